// From what PostgreSQL wrote to its log to one sentence for a person.

const SENTENCES = [
  [/No space left on device|Disk quota exceeded/i, () => 'The disk is full: free some space and start again.'],
  [
    /database files are incompatible with server/i,
    (data) =>
      `The database in ${data} belongs to another version of PostgreSQL: dump it with that version and restore it here, or move the folder away.`,
  ],
  [
    /not a valid data directory|could not locate a valid checkpoint|invalid checkpoint record|could not open file "global\/pg_control"|incorrect checksum in control file|could not read (file|from)|invalid (magic|page)|postgresql\.conf|pg_filenode|could not open directory "pg_/i,
    (data) =>
      `The database in ${data} is damaged: restore it from a backup, or move the folder away to begin with an empty one.`,
  ],
  [
    /postmaster\.pid" already exists|pre-existing shared memory block/i,
    (data) => `The database in ${data} is in use by another PostgreSQL: stop that one first.`,
  ],
  [
    /has invalid permissions|has wrong ownership|Permission denied/i,
    (data) => `The database in ${data} belongs to another user or has the wrong permissions.`,
  ],
  [
    /could not create shared memory|Cannot allocate memory|out of memory/i,
    () => 'PostgreSQL could not get the memory it needs.',
  ],
]

/** Whether the start failed for a reason that passes by itself (dying children of a killed server, a port just taken). */
export const isPassing = (log) =>
  /pre-existing shared memory block|Address already in use|postmaster\.pid" already exists/i.test(log)

/** One sentence for the failed start whose log is `log`; names the last fatal line when nothing better is known. */
export function explainLog(log, data) {
  const known = SENTENCES.find(([pattern]) => pattern.test(log))
  if (known) return known[1](data)
  const last = log.split('\n').findLast((line) => /(FATAL|PANIC|ERROR|error):/.test(line)) ?? ''
  const reason = last.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '').trim()
  return `PostgreSQL could not start with the database in ${data}${reason ? `: ${reason}` : ''}.`
}
