import 'server-only'
import { db } from '@/lib/platform/db'

/** The names of these people by their ids. */
export async function namesOf(ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: [...new Set(ids)] } }
  const people = await db().person.findMany({ where, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}
