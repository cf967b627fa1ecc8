import type { Context, Person } from '../../../lib/platform/context'
import type { PrismaClient } from '../../generated/client'
import { personaId } from '../people'

const day = 86_400_000

/** Invented people who lead or take part in the demonstration's projects. Nobody can enter as them, and each says that they are made up. */
export const leaders = [
  { key: 'lena', name: 'Lena Lungström', organisation: 'https://ror.org/056d84691' },
  { key: 'maja', name: 'Maja Mammografsson', organisation: 'https://ror.org/04vgqjj36' },
  { key: 'hjalmar', name: 'Hjalmar Hjärnlund', organisation: 'https://ror.org/048a87296' },
  { key: 'pontus', name: 'Pontus Preparatsson', organisation: null },
  { key: 'iris', name: 'Iris Ögongren', organisation: 'https://ror.org/05kb8h459' },
  { key: 'lev', name: 'Lev Leverblom', organisation: 'https://ror.org/012a77v79' },
  { key: 'gustav', name: 'Gustav Glasglidare', organisation: 'https://ror.org/026vcq606' },
  { key: 'ulla', name: 'Ulla Ultraljudh', organisation: 'https://ror.org/01tm6cn81' },
  { key: 'nora', name: 'Nora Njurqvist', organisation: 'https://ror.org/012a77v79' },
  { key: 'emil', name: 'Emil Exempelsson', organisation: 'https://ror.org/05ynxx418' },
] as const
export type LeaderKey = (typeof leaders)[number]['key']
const personas = { petra: 'Petra PI', dana: 'Dana Demo', ada: 'Ada Admin' } as const
export type Key = LeaderKey | keyof typeof personas

const isPersona = (key: Key): key is keyof typeof personas => Object.hasOwn(personas, key)

/** Fixed, so that the rest of the story can name them. */
const leaderId = (key: LeaderKey): string => {
  const at = leaders.findIndex((leader) => leader.key === key)
  return `01900000-0000-7000-8001-${String(at + 1).padStart(12, '0')}`
}
export const personId = (key: Key): string => (isPersona(key) ? personaId(key) : leaderId(key))

export const nameOf = (key: Key): string =>
  isPersona(key) ? personas[key] : (leaders.find((leader) => leader.key === key)?.name ?? key)

/** Somebody of the story at work so many days before the demonstration begins. */
export function acting(key: Key, now: Date, daysAgo: number): Context {
  const actor: Person = {
    kind: 'person',
    id: personId(key),
    name: nameOf(key),
    roles: key === 'ada' ? ['hub-administrator'] : [],
    secondFactor: true,
    scopes: null,
    sessionId: null,
  }
  return { actor, now: new Date(now.getTime() - daysAgo * day), requestId: 'seed', language: 'en', onBehalfOf: null }
}

/** Seeds the invented people; whoever is there already is left as they are. */
export async function seedLeaders(db: PrismaClient, at: Date): Promise<void> {
  const data = leaders.map(({ key, name, organisation }) => ({
    id: personId(key),
    name,
    email: `${key}@demo.invalid`,
    organisation,
    department: 'Made up for the demonstration',
    emailVerifiedAt: at,
    createdAt: at,
  }))
  await db.person.createMany({ data, skipDuplicates: true })
}
