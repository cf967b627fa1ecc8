import { acceptAccessInvitation } from '@/lib/access/commands/members'
import { publishTerms } from '@/lib/access/commands/terms'
import type { Verb } from '@/lib/access/rules/states'
import { accessTicket } from '@/lib/access/store/invitations'
import type { Context, Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { Refused } from '@/lib/platform/refusal'
import { delegate } from '@/lib/projects/commands/delegations'
import { projectOf } from '../agreements/projects'
import { steward } from '../catalogue/stewards'
import { as, later, somebody } from '../identity/people'
import { join } from '../projects/projects'
import { acts } from './acts'
import { approvalOf, datasets, workflowOf, world } from './requests'
import type { Whole } from './whole'

/** Those who have a part in the requests here: of two workflows, so that one's handler is nobody to the other's datasets. */
const parts = ['petra', 'dana', 'emil', 'handler', 'hugo', 'reviewer', 'decider', 'second'] as const
/** Those who have none, whatever they are elsewhere. */
export const outsiders = [
  'stranger',
  'foreign',
  'pi-elsewhere',
  'member-elsewhere',
  'delegate-once',
  'delegate-gone',
  'administrator',
  'officer',
  'steward',
  'weak-handler',
  'reading-token',
] as const
export type Who = (typeof parts)[number] | (typeof outsiders)[number]
export const everybody: readonly Who[] = [...parts, ...outsiders]

export type Act = Verb | 'join'

/** Who could ever do what: by hand, so that the table of states is judged by something else than itself. */
const byHub: readonly Act[] = [
  'add-member',
  'assign-external-id',
  'change-processing-state',
  'settle-retention',
  'redact',
  'request-review',
  'invite-reviewer',
  'request-decision',
  'invite-decider',
  'replace',
  'return',
  'approve',
  'reject',
  'close',
  'add-terms',
  'resolve-use',
  'reopen',
  'revoke',
  'suspend',
  'lift',
  'extend',
  'decline-renewal',
  'settle-retention',
]
const ofMembers: readonly Act[] = ['join', 'leave', 'save-draft', 'attach', 'detach', 'remark']
const asks = (act: Act) => !byHub.includes(act) && act !== 'review' && act !== 'decide'
const handles = (act: Act) =>
  byHub.includes(act) ||
  ['remark', 'change-datasets', 'invite-member', 'remove-member', 'revoke-invitation'].includes(act)
const nothing = () => false
export const could = (who: Who): ((act: Act) => boolean) =>
  ({
    petra: asks,
    dana: asks,
    emil: (act: Act) => ofMembers.includes(act),
    handler: handles,
    hugo: handles,
    reviewer: (act: Act) => act === 'review' || act === 'remark',
    decider: (act: Act) => act === 'decide' || act === 'remark',
    second: (act: Act) => act === 'decide' || act === 'remark',
  })[who as (typeof parts)[number]] ?? nothing

/** Everybody, a project at another institution that could take a request over, and terms that can be demanded besides. */
export async function scene() {
  const w = await world({ n: 2, flow: { rule: 'one', quorum: 1 } })
  const others = await datasets(1)
  const { handler: hugo, workflow: hugos } = await workflowOf(others)
  for (const workflowId of [w.workflow, hugos]) {
    const named = { position: 1, nameEn: 'Drawn', nameSv: 'Uttaget' }
    await db().accessProcessingState.create({ data: { ...named, id: newId(), workflowId } })
  }
  const elsewhere = await workflowOf(await datasets(1))
  const [dana, paula, mats, once, gone] = await Promise.all([
    somebody(),
    somebody(),
    somebody(),
    somebody(),
    somebody(),
  ])
  await join(w.project, dana, once)
  await delegate(as(w.petra), {
    slug: w.project.slug,
    person: dana.id,
    authorities: ['request-data'],
    until: '2027-12-31',
  })
  const over = { authorities: ['request-data'], from: later(-9000), until: later(-1), createdAt: later(-9000) }
  for (const { id: holderId } of [once, gone]) {
    const given = { id: newId(), rootId: w.petra.id, projectId: w.project.id, holderId, grantorId: w.petra.id }
    await db().delegation.create({ data: { ...given, ...over } })
  }
  const other = await projectOf(paula.id, { type: 'data-access', members: [mats.id] })
  const receiving = await projectOf(w.petra.id, { type: 'data-access', institutionName: 'Uppsala University' })
  const subject = `extra:${newId().slice(-12)}`
  const words = { titleEn: 'More', titleSv: 'Mer', bodyEn: 'More of it', bodySv: 'Mer av det', noticeDays: 0 }
  await publishTerms(await steward(), { subject, ...words })
  const slugs = [...w.slugs, ...others]
  const approval = await approvalOf(w.project, slugs)
  const foreign = elsewhere.handler
  const people: Record<Who, Person> = {
    petra: w.petra,
    dana,
    emil: w.emil,
    handler: w.handler,
    hugo,
    reviewer: w.reviewer,
    decider: w.deciders[0] ?? w.handler,
    second: w.deciders[1] ?? w.handler,
    stranger: await somebody(),
    foreign: { ...foreign, roles: ['request-handler', 'reviewer', 'decider'] },
    'pi-elsewhere': paula,
    'member-elsewhere': mats,
    'delegate-once': once,
    'delegate-gone': gone,
    administrator: await somebody({ roles: ['hub-administrator'] }),
    officer: await somebody({ roles: ['ethics-officer'] }),
    steward: await somebody({ roles: ['data-steward'] }),
    'weak-handler': { ...w.handler, secondFactor: false },
    'reading-token': { ...w.petra, scopes: ['requests:read'], sessionId: null },
  }
  const named = [w.emil.id, w.petra.id, dana.id, people.second.id]
  return { ...w, other, slugs, approval, people, named, receiving, subject, hugo }
}
export type Scene = Awaited<ReturnType<typeof scene>>

/** Tries it; whether it was allowed. */
export async function attempted(act: Promise<unknown>): Promise<boolean> {
  try {
    await act
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** Somebody tries a verb on a request as it stands; `n` chooses among what it could be aimed at. */
export function tried(one: { who: Who; act: Act; n: number }, row: Whole, w: Scene, at: number): Promise<unknown> {
  const person = w.people[one.who]
  const ctx: Context = as(person, later(1000 * at))
  const open = row.invitations.find(
    ({ kind, accepted_at, revoked_at }) => kind === 'member' && !accepted_at && !revoked_at,
  )
  if (one.act === 'join') {
    const ticket = one.who === 'emil' && open ? accessTicket(open.id) : `${newId().replaceAll('-', '')}.made-up`
    return acceptAccessInvitation(ctx, { ticket })
  }
  const aim = { row, who: person.id, slugs: w.slugs, people: w.named, extraTerms: w.subject, n: one.n }
  return acts[one.act](ctx, row.id, { ...aim, otherProject: w.receiving.slug })
}
