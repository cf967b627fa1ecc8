// The data folder of the embedded PostgreSQL: making it, its password, its version.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '../steps/problem.mjs'
import { commandLine } from './binaries.mjs'
import { explainLog } from './log.mjs'

const MAJOR = '18'
const PASSWORD_FILE = 'portal-password'
const LOCALE = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']

/** The password of the user "postgres" of this data folder. */
export function passwordOf(data) {
  try {
    return fs.readFileSync(path.join(data, PASSWORD_FILE), 'utf8').trim()
  } catch (cause) {
    throw new Problem(explainLog('not a valid data directory', data), { cause })
  }
}

/** Whether `data` holds a database; a Problem when it is another version's, or something else. */
export function isInitialised(data) {
  const versionFile = path.join(data, 'PG_VERSION')
  if (!fs.existsSync(versionFile)) {
    if (!fs.existsSync(data) || fs.readdirSync(data).length === 0) return false
    throw new Problem(explainLog('not a valid data directory', data))
  }
  const version = fs.readFileSync(versionFile, 'utf8').trim()
  if (version !== MAJOR) throw new Problem(explainLog('database files are incompatible with server', data))
  return true
}

/** The folder to initialise into: renamed when complete, so that a killed initdb leaves nothing half made. */
function emptyFolder(data, owner) {
  const unfinished = `${data}.unfinished`
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  if (owner) fs.chownSync(unfinished, owner.uid, owner.gid)
  return unfinished
}

/**
 * Makes a data folder with a random password, UTF-8 and one collation on every platform.
 * @param {{ native: string, data: string, owner?: { uid: number, gid: number } }} where  from `place`
 * @param {boolean} durable  false spares the disk where the data may be lost
 * @returns {boolean} whether it was made now; false when it was there already
 */
export function initialise({ native, data, owner }, durable) {
  if (isInitialised(data)) return false
  const folder = emptyFolder(data, owner)
  const passwordFile = `${folder}.password`
  const password = randomBytes(24).toString('hex')
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner) fs.chownSync(passwordFile, owner.uid, owner.gid)
  const args = ['-D', folder, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, ...LOCALE]
  if (!durable) args.push('--no-sync')
  const made = spawnSync(...commandLine(path.join(native, 'bin', 'initdb'), args), {
    ...owner,
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  fs.rmSync(passwordFile)
  if (made.status !== 0) {
    fs.rmSync(folder, { recursive: true, force: true })
    throw new Problem(
      explainLog(`${made.stdout}${made.stderr}${made.error ? `error: ${made.error.message}` : ''}`, data),
    )
  }
  fs.writeFileSync(path.join(folder, PASSWORD_FILE), password, { mode: 0o600 })
  fs.rmSync(data, { recursive: true, force: true })
  fs.renameSync(folder, data)
  return true
}
