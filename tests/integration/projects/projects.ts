import type { Context, Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { applyForProject, decideApplication } from '@/lib/projects/commands/applications'
import { as, somebody } from '../identity/people'

/** A right wish for a project over the two years around the tests' noon. */
export const wish = (changes: object = {}) => ({
  type: 'fellowship',
  name: 'Fellowship: Bone fractures',
  institution: 'Linköping University',
  department: 'Radiology',
  description: 'Fractures in plain radiographs.\n\nMade up for a test.',
  needs: '4 GPUs for a month',
  partners: 'Region Östergötland\nKarolinska Institutet · https://ror.org/056d84691',
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  ...changes,
})

export const administrator = async (): Promise<Context> =>
  as(await somebody({ name: 'Ada Admin', roles: ['hub-administrator'] }))

const reason = 'The board agreed'

/** A project that this person leads, as if applied for and approved just now. */
export async function projectOf(pi: Person, changes: object = {}) {
  const { id: applicationId } = await applyForProject(as(pi), wish(changes))
  const decision = { applicationId, expectedRevision: 1, decision: 'approve', gpuWeeks: null, reason }
  const { slug } = await decideApplication(await administrator(), decision)
  return db().project.findUniqueOrThrow({ where: { slug: slug ?? '' } })
}

/** What the journal says of a thing, oldest first. */
export const journalOfStream = (stream: string) =>
  db().event.findMany({
    where: { stream },
    orderBy: { seq: 'asc' },
    select: { type: true, data: true, actorId: true, onBehalfOf: true },
  })
