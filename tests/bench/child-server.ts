// Servers under measurement: child processes on free ports of the loopback, ended with the bench.
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { quietly, ROOT } from '../../scripts/steps/child.mjs'
import { freePort } from '../../scripts/steps/port.mjs'
import { Problem } from '../../scripts/steps/problem.mjs'

const PATIENCE_MS = 60_000
const alive = new Set<ChildProcess>()

export interface Running {
  origin: string
  stop: () => Promise<void>
}

/** Ends every server that still runs. */
export async function stopAll(): Promise<void> {
  await Promise.all([...alive].map(stop))
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const hard = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(hard)
}

/**
 * Starts `node …args` and resolves when it answers at `ready` with 200. PORT and HOSTNAME tell it where to listen; a process that
 * ended cannot have answered, and the port was free, so what answers is the one that was started.
 */
export async function startChild(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
  ready: string,
): Promise<Running> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const own = { PORT: String(port), HOSTNAME: 'localhost', PORTAL_HOST: 'localhost', PORTAL_ORIGIN: origin }
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    env: { ...quietly(), ...own, ...env, NODE_ENV: 'production' as const },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  alive.add(child)
  child.once('exit', () => alive.delete(child))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000)
    })
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS; await wait(50)) {
    if (child.exitCode !== null) break
    const answer = await fetch(origin + ready).catch(() => undefined)
    if (answer?.status === 200 && child.exitCode === null) return { origin, stop: () => stop(child) }
  }
  await stop(child)
  throw new Problem(`The ${name} did not start:\n${output}`)
}
