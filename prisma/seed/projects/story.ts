import { applyForProject, decideApplication, withdrawApplication } from '../../../lib/projects/commands/applications'
import { delegate } from '../../../lib/projects/commands/delegations'
import { acceptInvitation, inviteMember } from '../../../lib/projects/commands/invitations'
import { confirmMembers } from '../../../lib/projects/commands/members'
import { editProject, endProject, setBudget, setQuota } from '../../../lib/projects/commands/projects'
import { acceptTransfer, proposeTransfer } from '../../../lib/projects/commands/transfers'
import { authorities } from '../../../lib/projects/rules/authority'
import { invitationTicket } from '../../../lib/projects/store/invitations'
import type { PrismaClient } from '../../generated/client'
import { acting, type Key, personId, seedLeaders } from './leaders'
import { type ProjectKey, type Wish, wishes } from './wishes'

const day = 86_400_000
const madeUp = 'Made up for the demonstration.'
const reason = 'Within the hub’s purpose. Made up for the demonstration.'

type Story = {
  readonly at: (key: Key, daysAgo: number) => ReturnType<typeof acting>
  readonly dayIn: (days: number) => string
  readonly slugs: Map<ProjectKey, string>
}

const applied = ({ at, dayIn }: Story, wish: Omit<Wish, 'key'>) => {
  const { by, type, name, institution, description, partners = [], approved, begins = -approved, ends } = wish
  const words = { type, name, institution, partners: [...partners], description: `${description}\n\n${madeUp}` }
  return applyForProject(at(by, approved + 6), { ...words, startsOn: dayIn(begins), endsOn: dayIn(ends) })
}

async function open(story: Story, key: ProjectKey, wish: Wish): Promise<void> {
  const { id: applicationId } = await applied(story, wish)
  const { approved, gpuWeeks, by, name, partners = [], listed, hiddenOnSheet } = wish
  const decision = { applicationId, expectedRevision: 1, decision: 'approve', gpuWeeks: gpuWeeks ?? null, reason }
  const slug = (await decideApplication(story.at('ada', approved), decision)).slug ?? ''
  story.slugs.set(key, slug)
  if (!listed && !hiddenOnSheet) return
  const description = `${wish.description}\n\n${madeUp}`
  const words = { name, description, partners: [...partners], listed, hiddenOnSheet }
  await editProject(story.at(by, approved - 1), { slug, expectedRevision: 1, ...words })
}

/** Invites somebody, who comes a day later. */
async function bring({ at, slugs }: Story, key: ProjectKey, pi: Key, who: Key, daysAgo: number): Promise<void> {
  const email = `${who}@demo.invalid`
  const { id } = await inviteMember(at(pi, daysAgo), { slug: slugs.get(key), email })
  await acceptInvitation(at(who, daysAgo - 1), { ticket: invitationTicket(id) })
}

async function seedMembers(story: Story): Promise<void> {
  await bring(story, 'fractures', 'petra', 'dana', 150)
  await bring(story, 'fractures', 'petra', 'emil', 148)
  await bring(story, 'liver', 'lev', 'nora', 120)
  await bring(story, 'chest', 'lena', 'gustav', 118)
  await bring(story, 'mammography', 'maja', 'lena', 110)
  await bring(story, 'skin', 'dana', 'emil', 30)
  await bring(story, 'stroke', 'hjalmar', 'iris', 300)
  const { at, slugs } = story
  await inviteMember(at('petra', 1), { slug: slugs.get('fractures'), email: 'guest@demo.invalid' })
}

/** Petra lets Dana act in her name, Dana lets Emil; and Lena gives somebody everything. */
async function seedDelegations({ at, dayIn, slugs }: Story): Promise<void> {
  const slug = slugs.get('fractures')
  const some = { authorities: ['book-compute', 'manage-members', 'delegate'], until: dayIn(300) }
  await delegate(at('petra', 140), { slug, person: personId('dana'), ...some })
  const fewer = { authorities: ['book-compute'], until: dayIn(90) }
  await delegate(at('dana', 60), { slug, person: personId('emil'), ...fewer })
  const all = { authorities, until: dayIn(200) }
  await delegate(at('lena', 100), { slug: slugs.get('chest'), person: personId('gustav'), ...all })
}

/** What was decided on the way: a project that ended early, quotas, a confirmation, a transfer that waits for the administrator. */
async function seedDecisions(story: Story, db: PrismaClient): Promise<void> {
  const { at, slugs } = story
  const [lungs, retina, liver] = [slugs.get('lung-nodules'), slugs.get('retina'), slugs.get('liver')]
  await setQuota(at('ada', 130), { slug: lungs, gigabytes: 20_000, reason: `Three years of chest CT. ${madeUp}` })
  const project = await db.project.findUniqueOrThrow({ where: { slug: lungs }, select: { revision: true } })
  await confirmMembers(at('petra', 70), { slug: lungs, expectedRevision: project.revision })
  await endProject(at('iris', 20), { slug: retina, reason: `The study ended before its time. ${madeUp}` })
  const { id: transferId } = await proposeTransfer(at('lev', 5), { slug: liver, person: personId('nora') })
  await acceptTransfer(at('nora', 4), { slug: liver, transferId })
}

const waiting = { type: 'fellowship', institution: 'Linköping University', ends: 365, begins: 14 } as const

/** Applications that wait, one that was declined and one that was taken back. */
async function seedApplications(story: Story): Promise<void> {
  const { at } = story
  const heart = { ...waiting, by: 'dana', name: 'Fellowship: Blood flow in the heart', approved: 3 } as const
  await applied(story, { ...heart, description: 'Flow in the heart by MR, faster.' })
  const evaluation = { ...waiting, type: 'clinical-evaluation', by: 'hjalmar', approved: -2 } as const
  await applied(story, {
    ...evaluation,
    name: 'Clinical evaluation: Spine MR',
    description: 'Reading time of spine MR.',
  })
  const games = { ...waiting, by: 'emil', name: 'Rendering of films', approved: 30 } as const
  const declined = await applied(story, { ...games, description: 'Film effects on many GPUs.' })
  const why = `It lies outside what the hub is for. ${madeUp}`
  const decision = { applicationId: declined.id, expectedRevision: 1, decision: 'decline', reason: why }
  await decideApplication(at('ada', 32), decision)
  const twice = { ...waiting, by: 'nora', name: 'Knees, once more', approved: 60 } as const
  const taken = await applied(story, { ...twice, description: 'Sent a second time by mistake.' })
  await withdrawApplication(at('nora', 65), { applicationId: taken.id, expectedRevision: 1 })
}

/** The projects of the demonstration and what has happened in them. All of it is made up, and says so. */
export async function seedProjects(db: PrismaClient, now: Date): Promise<void> {
  const dayIn = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10)
  const story: Story = { at: (key, daysAgo) => acting(key, now, daysAgo), dayIn, slugs: new Map() }
  await seedLeaders(db, new Date(now.getTime() - 440 * day))
  for (const wish of wishes) await open(story, wish.key, wish)
  await seedMembers(story)
  await seedDelegations(story)
  await seedDecisions(story, db)
  await seedApplications(story)
}

/** After the bookings: a budget that shrank below what is booked, so that its figure is red. */
export async function seedOverBudget(db: PrismaClient, now: Date): Promise<void> {
  const [most] = await db.$queryRaw<{ slug: string; used: number }[]>`
    SELECT slug, gpu_weeks_used(id, ${now}) AS used FROM project WHERE type = 'project' AND state = 'active'
    ORDER BY used DESC, slug LIMIT 1`
  if (!most || most.used < 4) return
  const words = { slug: most.slug, gpuWeeks: most.used - 4, reason: `Fewer GPU weeks this year. ${madeUp}` }
  await setBudget(acting('ada', now, 0), words)
}
