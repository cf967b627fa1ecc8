// Work that is skipped when what it depends on has not changed.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from './child.mjs'

/** Every file below `entry`, in a fixed order; nothing when it does not exist. */
export function filesBelow(entry, isSkipped = () => false) {
  const at = path.join(ROOT, entry)
  const found = fs.statSync(at, { throwIfNoEntry: false })
  if (!found || isSkipped(entry)) return []
  if (found.isFile()) return [entry]
  return fs
    .readdirSync(at)
    .sort()
    .flatMap((name) => filesBelow(path.posix.join(entry, name), isSkipped))
}

/** A fingerprint of names and contents, and of the Node and platform that results were made on. */
export function fingerprint(entries, isSkipped) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`)
  for (const file of entries.flatMap((entry) => filesBelow(entry, isSkipped))) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(path.join(ROOT, file)))
  }
  return hash.digest('hex')
}

/**
 * Does `work` unless the stamp says it was done for the same fingerprint. The stamp is removed first, so that
 * work cut off half way is done again.
 * @returns {Promise<boolean>} whether the work was done now
 */
export async function unlessCached(stamp, key, work) {
  const file = path.resolve(ROOT, stamp)
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === key) return false
  fs.rmSync(file, { force: true })
  await work()
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, key)
  return true
}
