// The embedded PostgreSQL: starts, adopts and stops a server on a data folder. Needs nothing but Node and the binaries.
//   node scripts/postgres.mjs start [folder]   leaves a server running and prints its address
//   node scripts/postgres.mjs url|stop [folder]
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandLine, place } from './postgres/binaries.mjs'
import { initialise, passwordOf } from './postgres/data.mjs'
import { explainLog, isPassing } from './postgres/log.mjs'
import { freePort, isAnswered } from './steps/port.mjs'
import { Problem, report } from './steps/problem.mjs'

const PATIENCE_MS = 60_000
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
}
const DISPOSABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** What the server of `data` wrote about itself: process, port, and whether it accepts connections. */
function statusOf(data) {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** The live server of `data`, if any; a stale file that names somebody else's process does not count. */
function running(data) {
  const status = statusOf(data)
  if (!status || !isAlive(status.pid)) return undefined
  if (process.platform !== 'linux') return status
  try {
    return fs.readFileSync(`/proc/${status.pid}/cmdline`, 'utf8').includes(data) ? status : undefined
  } catch {
    return undefined
  }
}

/** Starts once; resolves with the child when it accepts connections, rejects with what it wrote to its log. */
async function launch({ native, data, owner }, port, settings, logFile) {
  const from = fs.existsSync(logFile) ? fs.statSync(logFile).size : 0
  const log = fs.openSync(logFile, 'a', 0o600)
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [program, args] = commandLine(path.join(native, 'bin', 'postgres'), [
    '-D',
    data,
    '-p',
    String(port),
    ...options,
  ])
  // A group of its own: Ctrl-C in the terminal must reach the portal first, not the database.
  const child = spawn(program, args, {
    ...owner,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
    windowsHide: true,
  })
  fs.closeSync(log)
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  let over = false
  ended.then(() => {
    over = true
  })
  for (const start = performance.now(); performance.now() - start < PATIENCE_MS; await wait(15)) {
    if (over) throw new Error(fs.readFileSync(logFile).subarray(from).toString('utf8'))
    const status = statusOf(data)
    if (status?.ready && status.pid === child.pid) return { child, ended }
  }
  child.kill('SIGINT')
  throw new Error(`FATAL: it was not ready after ${PATIENCE_MS / 1000} s`)
}

/** Starts, patiently where the reason to fail passes by itself; a Problem otherwise. */
async function launchPatiently(where, wantedPort, settings, logFile) {
  for (let attempt = 1; ; attempt++) {
    const port = wantedPort ?? (await freePort())
    try {
      return { ...(await launch(where, port, settings, logFile)), port }
    } catch (error) {
      if (attempt < 20 && isPassing(error.message)) await wait(250)
      else throw new Problem(explainLog(error.message, where.data), { cause: error })
    }
  }
}

function signal({ native, data, owner }, pid, hard) {
  if (process.platform !== 'win32') return process.kill(pid, hard ? 'SIGQUIT' : 'SIGINT')
  spawnSync(path.join(native, 'bin', 'pg_ctl'), ['stop', '-D', data, '-m', hard ? 'immediate' : 'fast'], owner ?? {})
}

/** Ends the server of `where` and waits until it is gone: one that does not go is told to at once, and given up after as long again. */
async function stopServer(where, hard) {
  const status = running(where.data)
  if (!status) return
  signal(where, status.pid, hard)
  for (let since = performance.now(), last = hard; running(where.data); await wait(15)) {
    if (performance.now() - since < PATIENCE_MS) continue
    if (last) throw new Problem(`The database server (process ${status.pid}) does not end.`)
    signal(where, status.pid, true)
    since = performance.now()
    last = true
  }
}

const addressOf = (data, port) => (database) =>
  `postgresql://postgres:${passwordOf(data)}@127.0.0.1:${port}/${database}`

/**
 * A running server on `folder`, made when absent, adopted when a killed start left it running.
 * @param {string} folder
 * @param {{ port?: number, durable?: boolean, settings?: Record<string, string> }} options  `durable: false` for tests
 * @returns {Promise<{ port: number, data: string, made: boolean, adopted: boolean, url: (database: string) => string,
 *   stop: (options?: { hard?: boolean }) => Promise<void> }>}
 * @throws {Problem} one sentence: disk full, damaged data, another version, no binaries for this platform
 */
export async function startPostgres(folder, { port, durable = true, settings = {} } = {}) {
  const where = place(folder)
  fs.mkdirSync(path.dirname(path.resolve(folder)), { recursive: true })
  const made = initialise(where, durable)
  const stop = ({ hard = false } = {}) => stopServer(where, hard)
  const found = running(where.data)
  if (found?.ready && (await isAnswered(found.port))) {
    return { port: found.port, data: where.data, made, adopted: true, url: addressOf(where.data, found.port), stop }
  }
  const all = { ...SETTINGS, ...(durable ? {} : DISPOSABLE), ...settings }
  const { child, port: taken } = await launchPatiently(where, port, all, `${path.resolve(folder)}.log`)
  child.unref()
  return { port: taken, data: where.data, made, adopted: false, url: addressOf(where.data, taken), stop }
}

/** The address of the server running on `folder`, or undefined. */
export function urlOfRunning(folder, database) {
  const { data } = place(folder)
  const found = running(data)
  return found?.ready ? addressOf(data, found.port)(database) : undefined
}

/** Stops the server running on `folder`; does nothing when there is none. */
export const stopPostgres = (folder, { hard = false } = {}) => stopServer(place(folder), hard)

async function main([verb, folder = '.data/pg']) {
  if (verb === 'start') console.log((await startPostgres(folder)).url('postgres'))
  else if (verb === 'url') console.log(urlOfRunning(folder, 'postgres') ?? 'not running')
  else if (verb === 'stop') await stopPostgres(folder)
  else throw new Problem('Say start, url or stop, and optionally the data folder.')
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2)).catch(report)
