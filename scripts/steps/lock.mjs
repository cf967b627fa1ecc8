// One start at a time in a checkout: they share the database, the build and the folder of packages.
import fs from 'node:fs'
import path from 'node:path'
import { Problem } from './problem.mjs'

function holderOf(file) {
  const pid = Number(fs.readFileSync(file, 'utf8'))
  try {
    if (!pid) return undefined
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return undefined
  }
  try {
    // The number may have gone to another program since.
    return process.platform !== 'linux' || fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('scripts/')
      ? pid
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Takes the lock `file` until `release` or the end of the process.
 * @returns {{ release: () => void, recovered: boolean }} recovered: the holder before was killed
 * @throws {Problem} another process holds it
 */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  let recovered = false
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = holderOf(file)
    if (holder)
      throw new Problem(`The portal of this checkout is running already, as process ${holder}: stop that one first.`)
    fs.rmSync(file, { force: true })
    recovered = true
  }
  const release = () => fs.rmSync(file, { force: true })
  process.once('exit', release)
  return { release, recovered }
}
