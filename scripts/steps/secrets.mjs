// The demonstration's secrets: random, made once, readable by their owner alone. Production brings its own.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const fresh = () => ({
  AUTH_SECRET: randomBytes(33).toString('base64'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  METRICS_TOKEN: randomBytes(24).toString('hex'),
})

/** Reads `file`, or makes it; what an older version of it lacks is added. @returns {Record<string, string>} */
export function demonstrationSecrets(file) {
  const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const secrets = { ...fresh(), ...kept }
  if (Object.keys(secrets).length === Object.keys(kept).length) return secrets
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  fs.writeFileSync(unfinished, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  fs.renameSync(unfinished, file)
  return secrets
}
