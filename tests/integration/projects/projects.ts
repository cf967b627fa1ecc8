import type { Context, Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { applyForProject, decideApplication } from '@/lib/projects/commands/applications'
import { lockProject, standingIn } from '@/lib/projects/store/standing'
import { as, noon, somebody, stranger } from '../identity/people'

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

/** Puts somebody among the members without the way by mail, as its rows would stand. */
export async function join(project: { id: string }, ...people: Person[]): Promise<void> {
  const data = people.map(({ id: personId }) => ({ projectId: project.id, personId, joinedAt: noon }))
  await db().projectMember.createMany({ data })
}

/** A project with its PI and two members. */
export async function threesome(changes: object = {}) {
  const [petra, dana, emil] = await Promise.all([
    somebody({ name: 'Petra PI' }),
    somebody({ name: 'Dana Demo' }),
    somebody({ name: 'Emil Example' }),
  ])
  const project = await projectOf(petra, changes)
  await join(project, dana, emil)
  return { project, slug: project.slug, petra, dana, emil }
}

/** What the person may do for the project at this moment, read from the rows. */
export async function heldBy(slug: string, personId: string, now = noon): Promise<readonly string[]> {
  return db().$transaction(async (tx) => {
    const project = await lockProject(tx, slug)
    if (!project) throw new Error(`there is no project ${slug}`)
    return (await standingIn(tx, project, personId, now)).authorities
  })
}

/** The portal itself, by the clock. */
export const system = (now: Date): Context => ({ ...stranger(now), actor: { kind: 'system', name: 'clock' } })
