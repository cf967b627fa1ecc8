import type { Context } from '../../../lib/platform/context'
import { Refused } from '../../../lib/platform/refusal'
import type { PrismaClient } from '../../generated/client'

/** A project of the demonstration that may book, with its principal investigator. */
export type Booker = { readonly id: string; readonly slug: string; readonly piId: string; readonly piName: string }

const seeding = { requestId: 'seed', language: 'en', onBehalfOf: null } as const

/** The principal investigator of a project at work at a moment. */
export const at = ({ piId, piName }: Booker, now: Date): Context => ({
  ...seeding,
  now,
  actor: {
    kind: 'person',
    id: piId,
    name: piName,
    roles: [],
    secondFactor: true,
    scopes: null,
    sessionId: null,
  },
})

export const clockAt = (now: Date): Context => ({ ...seeding, now, actor: { kind: 'system', name: 'clock' } })

/** What an act gives, or null where a rule refuses it: the story then goes on without it. */
export async function unlessRefused<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

/** The projects that have GPU weeks to spend, in the order of their addresses. */
export async function bookersOf(db: PrismaClient): Promise<Booker[]> {
  const projects = await db.project.findMany({
    where: { state: 'active', gpuBudget: { gt: 0 } },
    select: { id: true, slug: true, piId: true },
    orderBy: { slug: 'asc' },
  })
  const people = await db.person.findMany({
    where: { id: { in: projects.map(({ piId }) => piId) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return projects.map((project) => ({ ...project, piName: nameOf.get(project.piId) ?? '' }))
}
