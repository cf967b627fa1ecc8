// What a person reads when a script cannot go on: one sentence, no stack.

/** A failure that is explained by its message alone; shown without a stack trace. */
export class Problem extends Error {
  name = 'Problem'
}

const DISK_FULL = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|could not extend file|53100/i

const DATABASE_SENTENCES = {
  ECONNREFUSED: 'No PostgreSQL server answers at the address in DATABASE_URL.',
  ENOTFOUND: 'The host in DATABASE_URL cannot be found.',
  ETIMEDOUT: 'The PostgreSQL server in DATABASE_URL did not answer in time.',
  '28P01': 'The PostgreSQL server refused the user or password in DATABASE_URL.',
  28000: 'The PostgreSQL server refused the user or password in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist on that server.',
  42501: 'The database user may not create or change the tables of the portal.',
  53300: 'The PostgreSQL server has no free connections left.',
  '57P03': 'The PostgreSQL server is starting up or shutting down; try again in a moment.',
}

/** Every text that an error and its causes carry, for matching. */
function textOf(error) {
  if (!(error instanceof Error)) return String(error)
  const nested = [...(error.errors ?? []), error.cause].filter(Boolean).map(textOf)
  return [error.code, error.message, error.output, ...nested].filter(Boolean).join('\n')
}

/** The code of an error or, for a connection tried on several addresses, of the first of them. */
function codeOf(error) {
  return error?.code ?? error?.errors?.[0]?.code ?? (error?.cause ? codeOf(error.cause) : undefined)
}

/** The one sentence for `error`, or undefined when it is unexpected and deserves its stack. */
export function sentence(error) {
  if (DISK_FULL.test(textOf(error))) return 'The disk is full: free some space and start again.'
  if (error instanceof Problem) return error.message
  return DATABASE_SENTENCES[codeOf(error)]
}

/** Prints why a script ends, and sets a non-zero exit code. Never throws. */
export function report(error) {
  console.error(`\n${sentence(error) ?? error?.stack ?? error}`)
  process.exitCode = 1
}
