import 'server-only'
import type { Permission } from '@/lib/platform/command'
import type { Context, Person } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { demandPart, demandPi, mayDecideProjects } from '../policy'
import type { Standing } from '../rules/authority'
import { lifeOf } from '../rules/periods'
import { partyOf, permitsTransfer, type TransferVerb, transferEnds } from '../rules/transfers'
import { ProposeTransfer } from '../schema/members'
import { TransferChoice, TransferDecision } from '../schema/transfers'
import { endAllDelegations } from '../store/members'
import { changeProject } from '../store/projects'
import {
  closeTransfer,
  handOver,
  insertTransfer,
  isOpenAccount,
  openTransfer,
  type Transfer,
  transferIn,
} from '../store/transfers'
import { type OnProject, onProject } from './on-project'

/** Proposes to hand the PI role to another member. Refuses: projects.over, projects.not-a-member, projects.transfer-open. */
export const proposeTransfer = onProject({
  name: 'projects.propose-transfer',
  input: ProposeTransfer,
  load: (tx, { project }) => openTransfer(tx, project.id),
  authorize: demandPi,
  decide: ({ now }, { project, delegated, input: { person }, more: open }) => {
    const { id, slug, piId } = project
    if (lifeOf(project, now) === 'over') return refuse('projects.over')
    if (person === piId || !delegated.memberIds.has(person)) return refuse('projects.not-a-member')
    if (open) return refuse('projects.transfer-open')
    return happened.transferProposed(id, { slug, person, transfer: newId() })
  },
  apply: async (tx, { data: { person: toId, transfer: id } }, { project, input: { institution } }, { now }) => {
    const from = await tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { institution: true } })
    const { name, ror } = institution ?? { name: project.institutionName, ror: from.institution }
    const parties = { fromId: project.piId, toId, institution: ror, institutionName: name }
    await insertTransfer(tx, { ...parties, id, projectId: project.id, createdAt: now })
    return { id }
  },
})

type OnTransfer = OnProject<unknown, (Transfer & { toOpen: boolean }) | null>

/** Null, or why this party cannot do this with the transfer now. Whoever is not that party is told that there is no such transfer for them. */
function judgeTransfer({ actor, standing, more: transfer }: OnTransfer, verb: TransferVerb): Refusal | null {
  const party = partyOf(verb)
  if (party === 'administrator' && standing.role !== 'outsider') return refuse('projects.own-project', { status: 403 })
  if (!transfer) return notFound()
  if (party !== 'administrator' && actor.id !== (party === 'from' ? transfer.fromId : transfer.toId)) return notFound()
  if (!permitsTransfer(transfer.state, verb)) return refuse('projects.transfer-closed')
  return verb === 'confirm' && !transfer.toOpen ? refuse('projects.account-closed') : null
}

const facts = {
  accept: happened.transferAccepted,
  decline: happened.transferDeclined,
  cancel: happened.transferCancelled,
  confirm: happened.transferConfirmed,
  refuse: happened.transferRefused,
} as const

async function load(tx: Tx, { project, input }: { project: { id: string }; input: { transferId: string } }) {
  const transfer = await transferIn(tx, project.id, input.transferId)
  return transfer && { ...transfer, toOpen: await isOpenAccount(tx, transfer.toId) }
}

const decide = (verb: TransferVerb) => (_: Context, on: OnTransfer) => {
  const { project, more: transfer } = on
  const person = transfer?.toId ?? ''
  return (
    judgeTransfer(on, verb) ?? facts[verb](project.id, { slug: project.slug, person, transfer: transfer?.id ?? '' })
  )
}

/** A command by which one of the two sides answers, or takes it back. Refuses: projects.transfer-closed. */
const bySide = (verb: 'accept' | 'decline' | 'cancel') =>
  onProject({
    name: `projects.${verb}-transfer`,
    input: TransferChoice,
    load,
    authorize: demandPart,
    decide: decide(verb),
    apply: async (tx, { data: { transfer: id } }, _, { now }) => {
      const state = transferEnds[verb]
      await closeTransfer(tx, id, { state, ...(verb === 'accept' ? { acceptedAt: now } : { closedAt: now }) })
      return { id, state }
    },
  })

export const acceptTransfer = bySide('accept')
export const declineTransfer = bySide('decline')
export const cancelTransfer = bySide('cancel')

/** The new PI leads from now on, from their institution; every delegation of the old one ends. */
async function carryOut(tx: Tx, projectId: string, transfer: Transfer, byId: string, now: Date): Promise<void> {
  const { toId: piId, institution, institutionName } = transfer
  await endAllDelegations(tx, projectId, byId, now)
  await handOver(tx, projectId, transfer, now)
  await changeProject(tx, projectId, { piId, institution, institutionName })
}

const administrators = (actor: Person, _: Standing): Permission => mayDecideProjects(actor)

/** A command by which an administrator who takes no part confirms what both sides agreed on, or refuses it. Refuses: projects.own-project, projects.transfer-closed, projects.account-closed. */
const byAdministrator = (verb: 'confirm' | 'refuse') =>
  onProject({
    name: `projects.${verb}-transfer`,
    input: TransferDecision,
    load,
    authorize: administrators,
    decide: decide(verb),
    apply: async (tx, { data: { transfer: id } }, { project, actor, input: { reason }, more: transfer }, { now }) => {
      const state = transferEnds[verb]
      await closeTransfer(tx, id, { state, closedAt: now, reason, decidedById: actor.id })
      if (verb === 'confirm' && transfer) await carryOut(tx, project.id, transfer, actor.id, now)
      return { id, state }
    },
  })

export const confirmTransfer = byAdministrator('confirm')
export const refuseTransfer = byAdministrator('refuse')
