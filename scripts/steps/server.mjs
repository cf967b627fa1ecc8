// The portal's server as a child of a script: started, awaited, ended.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { nodeFlags } from '../serve/node-flags.mjs'
import { quietly, ROOT, tail } from './child.mjs'
import { Problem } from './problem.mjs'

const PATIENCE_MS = 60_000
const LOG_LIMIT = 20 * 1024 * 1024

/** Opens a log for appending; one that has grown large is put aside first. */
function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT) fs.renameSync(file, `${file}.1`)
  return { handle: fs.openSync(file, 'a', 0o600), from: size > LOG_LIMIT ? 0 : size }
}

/** The status of the readiness page; 0 while nobody answers. */
async function readiness(origin) {
  try {
    return (await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5000) })).status
  } catch {
    return 0
  }
}

/** Waits until the server answers that it is ready; false when it ended, is broken, or takes too long. */
async function becomesReady(origin, hasEnded) {
  let broken = 0
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS; await wait(50)) {
    const status = await readiness(origin)
    if (status === 200) return true
    broken = status === 500 ? broken + 1 : 0
    if (hasEnded() || broken === 20) return false
  }
  return false
}

/** The end of the server's log since it was started, for a person to read. */
const complain = (logFile, from) => {
  if (logFile) console.error(`\n${tail(fs.readFileSync(logFile).subarray(from).toString('utf8'))}`)
}

/**
 * Serves the build and waits until it is ready.
 * @param {{ env: NodeJS.ProcessEnv, port: number, logFile?: string }} options  without a log file it writes to ours
 * @returns {Promise<{ origin: string, pid: number, ended: Promise<number>, stop: () => Promise<void> }>}
 * @throws {Problem} it ended, or was not ready in time
 */
export async function startServer({ env, port, logFile }) {
  const log = logFile ? openLog(logFile) : undefined
  const output = log?.handle ?? 'inherit'
  // A group of its own: on Ctrl-C we end it ourselves, before the database. The channel ends it when we are killed.
  const child = spawn(process.execPath, [...nodeFlags, path.join(ROOT, 'scripts/serve.mjs')], {
    cwd: ROOT,
    env: quietly({ ...env, PORT: String(port) }),
    stdio: ['ignore', output, output, 'ipc'],
    detached: true,
    windowsHide: true,
  })
  if (log) fs.closeSync(log.handle)
  let code
  const ended = new Promise((resolve) => {
    child.once('exit', (status) => {
      code = status ?? 1
      resolve(code)
    })
  })
  const stop = async () => {
    if (code === undefined) child.kill('SIGTERM')
    const hard = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    await ended
    clearTimeout(hard)
  }
  const origin = `http://127.0.0.1:${port}`
  if (await becomesReady(origin, () => code !== undefined)) return { origin, pid: child.pid, ended, stop }
  complain(logFile, log?.from)
  await stop()
  throw new Problem('The portal could not start: the reason stands above.')
}
