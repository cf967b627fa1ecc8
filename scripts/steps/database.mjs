// The database of a portal: made when absent, migrated, filled with the demonstration's people and story.
import { mustRun } from './child.mjs'

const NAME = 'portal'

/** The address of the portal's own database on the server that `urlOf` leads to; made when absent. */
export async function portalDatabase(urlOf) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await client.query(`create database ${NAME}`)
  } finally {
    await client.end()
  }
  return urlOf(NAME)
}

/** Applies the migrations that are missing; false when there were none. */
export async function migrateDatabase(url) {
  const { migrate } = await import('../migrate.mjs')
  return (await migrate(url)).length > 0
}

/** Runs TypeScript of the portal outside of Next. */
export const typescript = (file) => ['--conditions=react-server', '--import', import.meta.resolve('tsx'), file]

/**
 * Seeds the demonstration, idempotently.
 * @returns {Promise<{ name: string, department: string }[]>} the people one can sign in as
 */
export async function seed(env) {
  let people = []
  await mustRun(
    'The demonstration could not be seeded: see above.',
    process.execPath,
    typescript('scripts/start/seed.mjs'),
    {
      env,
      onMessage: (message) => {
        people = message.people
      },
    },
  )
  return people
}
