import 'server-only'
import type { Tx } from '@/lib/platform/db'

export type PersonRow = { id: string; name: string; email: string; deactivatedAt: Date | null; demonstration: boolean }

const select = { id: true, name: true, email: true, deactivatedAt: true, demonstration: true } as const

/** The person with the row locked against other changes of the same person, or null. */
export async function lockPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.person.findUnique({ where: { id }, select })
}
