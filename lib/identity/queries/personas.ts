import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { isDemonstration } from '@/lib/platform/env'
import { notFound } from '@/lib/platform/refusal'
import { isRole } from '../policy'
import { Nothing } from '../schema/credentials'

/** The invented people of the demonstration with their hub roles; not found in production. */
export const personas = query({
  name: 'identity.personas',
  input: Nothing,
  scope: () => (isDemonstration() ? { demonstration: true, deactivatedAt: null } : notFound()),
  read: async (where) => {
    const people = await db().person.findMany({
      where,
      select: { id: true, name: true, department: true, roles: { select: { role: true } } },
      orderBy: { id: 'asc' },
    })
    return people.map(({ roles, ...person }) => ({ ...person, roles: roles.map(({ role }) => role).filter(isRole) }))
  },
})
