import { readFileSync } from 'node:fs'
import { importDatasets } from '../../lib/catalogue/commands/import-datasets'
import type { Context } from '../../lib/platform/context'

const register = new URL('./datasets.json', import.meta.url)

/** Who seeds: the system, under one request id. */
export const seeder = (at: Date): Context => ({
  actor: { kind: 'system', name: 'seed' },
  now: at,
  requestId: 'seed',
  language: 'en',
  onBehalfOf: null,
})

/**
 * The hub's own register, through the importer that stewards use, published as it stands there. Run again it changes
 * nothing; what stewards have changed since is theirs, so it is run only while the register is not there.
 */
export async function seedRegister(at: Date) {
  const content = readFileSync(register, 'utf8')
  return importDatasets(seeder(at), { format: 'json', content, publish: true })
}
