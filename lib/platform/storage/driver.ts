/** Where the content of a stored file can be. `database`: in its own row. A file stays where it was put until it is moved. */
export const storages = ['database', 'disk', 's3'] as const
export type Storage = (typeof storages)[number]

/** A store of objects outside of the database. Each call throws when it cannot be done; putting the same again changes nothing. */
export type Driver = {
  put(key: string, bytes: Uint8Array<ArrayBuffer>, about: { type: string; sha256: string }): Promise<void>
  /** The whole object; null where there is none. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Removes it; one that is not there is no fault. */
  remove(key: string): Promise<void>
}

const form = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/

/** The key of a file's object: its id below the last two digits of it, so that no folder grows without end. */
export const keyOf = (id: string): string => `${id.slice(-2)}/${id}`

/** The key itself, where it is one of ours; throws for any other, which might lead out of the store. */
export function checked(key: string): string {
  if (!form.test(key)) throw new Error('not a key of a stored object')
  return key
}
