import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { noon } from '../identity/people'

type Wish = { name?: string; institutionName?: string; members?: readonly string[]; type?: string }
export type MadeProject = { id: string; slug: string; piId: string; institutionName: string }

/** A project of this principal investigator, without a word in the journal. */
export async function projectOf(piId: string, wish: Wish = {}): Promise<MadeProject> {
  const id = newId()
  const { name = 'Lungs', institutionName = 'Linköping University', members = [], type = 'project' } = wish
  const period = { startsAt: noon, endsAt: new Date('2099-01-01T00:00:00Z'), membersConfirmedAt: noon, createdAt: noon }
  const own = { id, slug: `p${id}`, name, type, state: 'active', piId, institutionName, gpuBudget: 32 }
  const taking = { create: [piId, ...members].map((personId) => ({ personId, joinedAt: noon })) }
  await db().project.create({ data: { ...own, ...period, members: taking }, select: { id: true } })
  return { id, slug: own.slug, piId, institutionName }
}
