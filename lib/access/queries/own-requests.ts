import 'server-only'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { actingProjectsOf } from '@/lib/projects/store/acting'
import { readerScope } from '../policy/requests'
import { RequestPage } from '../schema/reading'
import { formsMadeWith } from '../store/asked-forms'
import { medianDays, newestRequests } from '../store/listed'

const pageSize = 50

/** The projects that one may ask for data for. */
async function projectsFor(personId: string, now: Date) {
  const all = await actingProjectsOf(db(), personId, now)
  return all
    .filter(({ standing, endsAt }) => standing.authorities.includes('request-data') && endsAt > now)
    .map(({ slug, name, type }) => ({ slug, name, type }))
}

/** The requests that one takes part in or whose project one takes part in, the newest first, and the hub's medians. */
export const ownRequests = query({
  name: 'access.own-requests',
  input: RequestPage,
  scope: ({ actor }) => readerScope(actor),
  read: async ({ person: { id } }, { cursor, state }, { now }) => {
    const projects = await db().project.findMany({
      where: { OR: [{ piId: id }, { members: { some: { personId: id } } }] },
      select: { id: true },
    })
    const mine = { OR: [{ members: { some: { personId: id } } }, { projectId: { in: projects.map((one) => one.id) } }] }
    const where = { AND: [mine, state ? { state } : {}] }
    const [rows, medians, mayAskFor] = await Promise.all([
      newestRequests(db(), { where, take: pageSize + 1, cursor }),
      medianDays(db(), now),
      projectsFor(id, now),
    ])
    const page = rows.slice(0, pageSize)
    const forms = await formsMadeWith(
      db(),
      page.map((one) => one.id),
    )
    const items = page.map((row) => ({ ...row, formAddress: forms.get(row.id) ?? null }))
    const next = rows.length > pageSize ? (items.at(-1)?.id ?? null) : null
    return { items, next, medians: Object.fromEntries(medians), mayAskFor }
  },
})

export type OwnRequests = Awaited<ReturnType<typeof ownRequests>>
