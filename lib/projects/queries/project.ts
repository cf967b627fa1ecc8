import 'server-only'
import { query } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/refusal'
import { hasFullAuthority, mayDecideProjects } from '../policy'
import { confirmationDue, isConfirmationOverdue } from '../rules/confirmation'
import { daysOf, lifeOf } from '../rules/periods'
import { partyOf, permitsTransfer, type TransferState, type TransferVerb, transferEnds } from '../rules/transfers'
import { ProjectChoice } from '../schema/projects'
import { namesOf } from '../store/names'
import { gpuWeeksUsed, type Seen, seenBy } from '../store/reading'
import { isOpenAccount } from '../store/transfers'

/** Whoever is signed in may ask; what they may not see is "not found". */
export const signedIn = ({ actor }: Context) => (isPerson(actor) ? true : refuse('platform.not-signed-in'))

/** What the actor may do with the project as a whole: what the commands would accept. */
function abilitiesOf({ actor, now }: Context, { project, standing }: Seen) {
  const over = lifeOf(project, now) === 'over'
  const decides = standing.role === 'outsider' && mayDecideProjects(actor) === true
  const full = standing.role !== 'outsider' && hasFullAuthority(standing)
  return {
    edit: full,
    end: (full || decides) && !over,
    decide: decides,
    leave: standing.role === 'member',
    manageMembers: standing.authorities.includes('manage-members'),
    delegate: standing.authorities.includes('delegate') && !over,
    propose: standing.role === 'pi' && !over,
  }
}

const transferRow = {
  id: true,
  fromId: true,
  toId: true,
  institutionName: true,
  state: true,
  createdAt: true,
  acceptedAt: true,
} as const

/** The transfer of the PI role that is under way, with what the actor may do about it. */
async function transferOf({ project, personId }: Seen, decides: boolean) {
  const where = { projectId: project.id, state: { in: ['proposed', 'accepted'] } }
  const transfer = await db().piTransfer.findFirst({ where, select: transferRow })
  if (!transfer) return null
  const { fromId, toId, ...rest } = transfer
  const names = await namesOf([fromId, toId])
  const state = transfer.state as TransferState
  const isParty = (verb: TransferVerb) =>
    ({ from: personId === fromId, to: personId === toId, administrator: decides })[partyOf(verb)]
  const may = (Object.keys(transferEnds) as TransferVerb[]).filter(
    (verb) => isParty(verb) && permitsTransfer(state, verb),
  )
  return { ...rest, state, from: names.get(fromId) ?? '', to: names.get(toId) ?? '', may }
}

const partnersOf = (projectId: string) =>
  db().projectPartner.findMany({ where: { projectId }, select: { name: true, ror: true }, orderBy: { name: 'asc' } })

/** A project as those who take part, and administrators, see it. */
async function whole(ctx: Context, seen: Seen) {
  const { id, piId, quotaBytes, startsAt, endsAt, state: _, ...project } = seen.project
  const may = abilitiesOf(ctx, seen)
  const [used, partners, transfer, names, piOpen] = await Promise.all([
    gpuWeeksUsed(id, ctx.now),
    partnersOf(id),
    transferOf(seen, may.decide),
    namesOf([piId]),
    isOpenAccount(db(), piId),
  ])
  return {
    ...project,
    ...daysOf({ startsAt, endsAt }),
    life: lifeOf(seen.project, ctx.now),
    piName: names.get(piId) ?? '',
    piOpen,
    gpuUsed: used,
    quotaGigabytes: Number(quotaBytes / 1_000_000_000n),
    confirmationDue: confirmationDue(project.membersConfirmedAt),
    confirmationOverdue: isConfirmationOverdue(project.membersConfirmedAt, ctx.now),
    memberCount: seen.delegated.memberIds.size,
    partners,
    transfer,
    standing: seen.standing,
    may: { ...may, appoint: may.decide && !piOpen },
  }
}

export type ProjectSeen = Awaited<ReturnType<typeof whole>>

/** One project with its budget, its state and what the actor may do for it. For those who take part and administrators. */
export const oneProject = query({
  name: 'projects.one-project',
  input: ProjectChoice,
  scope: signedIn,
  read: async (_, { slug }, ctx) => {
    const seen = await seenBy(ctx, slug)
    return seen && whole(ctx, seen)
  },
})
