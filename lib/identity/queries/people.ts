import 'server-only'
import { query } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound, type Refusal } from '@/lib/platform/refusal'
import { isRole, mayAdminister } from '../policy'
import { PeopleSearch, PersonChoice } from '../schema/people'

const page = 50

/** "Not found" for whoever may not administer; the refusal where that explains itself. */
const administration = ({ actor }: Context): true | Refusal => {
  const permission = mayAdminister(actor)
  if (permission === true || isRefusal(permission)) return permission
  return notFound()
}

/** People by name, e-mail address, ORCID iD and hub role, in order of name, 50 a page. For administrators. */
export const searchPeople = query({
  name: 'identity.search-people',
  input: PeopleSearch,
  scope: administration,
  read: async (_, { q, role, cursor }) => {
    const words = q.split(/\s+/).filter(Boolean)
    const contains = (word: string) => ({ contains: word, mode: 'insensitive' as const })
    const where = {
      AND: words.map((word) => ({ OR: [{ name: contains(word) }, { email: contains(word) }, { orcid: word }] })),
      ...(role ? { roles: { some: { role } } } : {}),
    }
    const [total, rows] = await Promise.all([
      db().person.count({ where }),
      db().person.findMany({
        where,
        select: {
          id: true,
          name: true,
          email: true,
          deactivatedAt: true,
          demonstration: true,
          roles: { select: { role: true } },
        },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: page + 1,
        ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
      }),
    ])
    const people = rows
      .slice(0, page)
      .map(({ roles, ...person }) => ({ ...person, roles: roles.map((row) => row.role).filter(isRole) }))
    return { total, people, next: rows.length > page ? (people.at(-1)?.id ?? null) : null }
  },
})

const person = {
  id: true,
  name: true,
  email: true,
  orcid: true,
  organisation: true,
  department: true,
  createdAt: true,
  deactivatedAt: true,
  demonstration: true,
  roles: { select: { role: true, givenAt: true }, orderBy: { role: 'asc' as const } },
  totp: { select: { confirmedAt: true } },
  _count: { select: { passkeys: true } },
} as const

async function decisionsAbout(personId: string) {
  const order = { where: { personId }, orderBy: { id: 'desc' as const }, take: 50 }
  const [roles, accounts] = await Promise.all([db().roleChange.findMany(order), db().accountChange.findMany(order)])
  const all = [...roles, ...accounts.map((change) => ({ ...change, role: null }))].toSorted(
    (a, b) => b.at.getTime() - a.at.getTime(),
  )
  const ids = [...new Set(all.map(({ byId }) => byId).filter((id) => id !== null))]
  const names = new Map(
    (await db().person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map(
      ({ id, name }) => [id, name],
    ),
  )
  return all.map(({ byId, ...change }) => ({ ...change, by: byId ? (names.get(byId) ?? byId) : null }))
}

/** One person with roles, state and the decisions about them, and what the actor may do with it. For administrators. */
export const personFile = query({
  name: 'identity.person-file',
  input: PersonChoice,
  scope: administration,
  read: async (_, { person: id }, { actor }) => {
    const found = await db().person.findUnique({ where: { id }, select: person })
    if (!found) return null
    const { roles, totp, _count, ...row } = found
    const own = isPerson(actor) && actor.id === id
    return {
      ...row,
      own,
      roles: roles.map(({ role }) => role).filter(isRole),
      secondFactor: totp?.confirmedAt != null || _count.passkeys > 0,
      decisions: await decisionsAbout(id),
    }
  },
})
