// Installs the packages of the lockfile, when they are not installed already.
import fs from 'node:fs'
import path from 'node:path'
import { mustRun, ROOT } from './child.mjs'

const read = (file) => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')).packages ?? {}

/** Whether npm's record of what it installed agrees with the lockfile; npm writes that record last. */
export function isInstalled(locked, installed) {
  const present = Object.entries(installed).every(([name, { version }]) => locked[name]?.version === version)
  const complete = Object.entries(locked).every(
    ([name, { optional, peer, devOptional }]) => name === '' || optional || peer || devOptional || installed[name],
  )
  return present && complete
}

function isUpToDate() {
  try {
    return isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'))
  } catch {
    return false
  }
}

/** Installs exactly what the lockfile says. @returns {Promise<boolean>} whether there was anything to do */
export async function install() {
  if (isUpToDate()) return false
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  await mustRun(
    'The packages could not be installed: see what npm says above; the first start needs the network.',
    npm,
    args,
  )
  return true
}
