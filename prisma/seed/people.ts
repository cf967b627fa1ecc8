import { newId } from '../../lib/platform/id'
import type { PrismaClient } from '../generated/client'

type Persona = { key: string; name: string; email: string; department: string; role?: string }

const linkoping = 'https://ror.org/05ynxx418'

/** The invented people of the demonstration. None has a password: a persona is entered by its button on the sign-in page only. */
export const people = [
  { key: 'dana', name: 'Dana Demo', email: 'dana@demo.invalid', department: 'Researcher' },
  { key: 'petra', name: 'Petra PI', email: 'petra@demo.invalid', department: 'Principal investigator' },
  { key: 'sten', name: 'Sten Steward', email: 'sten@demo.invalid', department: 'AIDA Data Hub', role: 'data-steward' },
  {
    key: 'hanna',
    name: 'Hanna Handler',
    email: 'hanna@demo.invalid',
    department: 'AIDA Data Hub',
    role: 'request-handler',
  },
  { key: 'rut', name: 'Rut Reviewer', email: 'rut@demo.invalid', department: 'AIDA Data Hub', role: 'reviewer' },
  { key: 'dan', name: 'Dan Decider', email: 'dan@demo.invalid', department: 'AIDA Data Hub', role: 'decider' },
  { key: 'eva', name: 'Eva Ethics', email: 'eva@demo.invalid', department: 'AIDA Data Hub', role: 'ethics-officer' },
  {
    key: 'carl',
    name: 'Carl Compute',
    email: 'carl@demo.invalid',
    department: 'AIDA Data Hub',
    role: 'compute-administrator',
  },
  { key: 'ada', name: 'Ada Admin', email: 'ada@demo.invalid', department: 'AIDA Data Hub', role: 'hub-administrator' },
] as const satisfies readonly Persona[]

/** Fixed, so that the rest of the seeded story can name them: `personaId(0)` is Dana. */
export const personaId = (key: (typeof people)[number]['key']): string => {
  const at = people.findIndex((persona) => persona.key === key)
  return `01900000-0000-7000-8000-${String(at + 1).padStart(12, '0')}`
}

const reason = 'Seeded for the demonstration'

async function giveRole(db: PrismaClient, personId: string, role: string, at: Date): Promise<void> {
  const change = newId()
  const entry = {
    id: newId(),
    stream: `person:${personId}`,
    type: 'identity.role-given',
    actor_kind: 'system',
    actor_id: 'seed',
    subject_id: personId,
    request_id: 'seed',
    at: at.toISOString(),
    data: { role, change },
  }
  await db.$transaction([
    db.roleAssignment.create({ data: { personId, role, givenAt: at } }),
    db.roleChange.create({ data: { id: change, personId, role, action: 'given', reason, at } }),
    db.$queryRaw`SELECT journal_append(${JSON.stringify(entry)}::jsonb)`,
  ])
}

/** Seeds the personas; whoever is there already is left as they are. Gives how many are new. */
export async function seedPeople(db: PrismaClient, at: Date): Promise<number> {
  let added = 0
  for (const { key, ...seeded } of people) {
    const id = personaId(key)
    const { role, ...persona }: Omit<Persona, 'key'> = seeded
    if (await db.person.findUnique({ where: { id }, select: { id: true } })) continue
    const person = { ...persona, id, organisation: linkoping, demonstration: true, emailVerifiedAt: at, createdAt: at }
    await db.person.create({ data: person, select: { id: true } })
    if (role) await giveRole(db, id, role, at)
    added++
  }
  return added
}
