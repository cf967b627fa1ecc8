import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../scripts/migrate.mjs'
import { startTemporaryPostgres } from '../../scripts/postgres/temporary.mjs'
import { forgetOutcomes } from './outcomes'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database of the test server. */
    maintenanceUrl: string
  }
}

/** Name of the migrated database from which every test file gets its own copy. */
export const TEMPLATE = 'portal_template'

/** Once for all integration tests: a server, and a migrated template. */
export default async function startCluster(project: TestProject) {
  forgetOutcomes()
  const server = await startTemporaryPostgres('integration')
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await migrate(server.url(TEMPLATE))
  await client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`)
  await client.end()
  project.provide('maintenanceUrl', server.url('postgres'))
  return () => server.stop()
}
