import { randomUUID } from 'node:crypto'
import type { Context, Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { registerReactions } from '@/lib/platform/jobs'
import { hashPassword } from '@/lib/platform/password-hash'
import { reactions } from '@/lib/reactions/reactions'

registerReactions(reactions)

export const at = (iso: string): Date => new Date(iso)
export const noon = at('2026-11-23T12:00:00.000Z')
export const later = (milliseconds: number, from = noon): Date => new Date(from.getTime() + milliseconds)

/** What a request of nobody carries. */
export const stranger = (now = noon): Context => ({
  actor: { kind: 'anonymous' },
  now,
  requestId: randomUUID(),
  language: 'en',
  onBehalfOf: null,
})

export const as = (actor: Person, now = noon): Context => ({ ...stranger(now), actor })

type Wish = {
  name?: string
  email?: string
  roles?: string[]
  password?: string
  secondFactor?: boolean
  demonstration?: boolean
}

/** A person with a session, as the actor that its requests would have. */
export async function somebody(wish: Wish = {}): Promise<Person & { email: string }> {
  const id = newId()
  const {
    name = 'Sam Somebody',
    email = `${id}@example.org`,
    roles = [],
    secondFactor = true,
    demonstration = false,
  } = wish
  const sessionId = newId()
  const session = {
    id: sessionId,
    tokenHash: id,
    method: 'password',
    createdAt: noon,
    seenAt: noon,
    expiresAt: later(86_400_000),
  }
  await db().person.create({
    data: {
      id,
      name,
      email,
      demonstration,
      createdAt: noon,
      roles: { create: roles.map((role) => ({ role, givenAt: noon })) },
      sessions: { create: [{ ...session, secondFactorAt: secondFactor ? noon : null }] },
      ...(wish.password ? { password: { create: { hash: await hashPassword(wish.password), changedAt: noon } } } : {}),
    },
  })
  return { kind: 'person', id, name, email, roles, secondFactor, scopes: null, sessionId }
}

/** What the journal says of a person, oldest first. */
export const journalOf = (personId: string) =>
  db().event.findMany({
    where: { stream: `person:${personId}` },
    orderBy: { seq: 'asc' },
    select: { type: true, data: true, actorId: true },
  })

/** The code of the refusal that the promise ends in. Anything else fails the test. */
export async function refusalOf(
  promise: Promise<unknown>,
): Promise<{ code: string; details: Record<string, unknown> }> {
  const { Refused } = await import('@/lib/platform/refusal')
  try {
    await promise
  } catch (error) {
    if (error instanceof Refused) return { code: error.refusal.code, details: { ...error.refusal.details } }
    throw error
  }
  throw new Error('it was not refused')
}
