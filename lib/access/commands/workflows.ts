import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { notFound, type Refusal, refuse } from '@/lib/platform/refusal'
import { afterDay } from '@/lib/projects/rules/periods'
import { happened } from '../events/requests'
import { isAssignee, mayKeepWorkflows } from '../policy/requests'
import { hubRoles } from '../rules/assignments'
import { formOfRequests } from '../rules/forms-standard'
import { leavesDecision } from '../rules/switched-off'
import type { ProcessingGiven } from '../schema/processing'
import { Assign, EditWorkflow, MakeWorkflow, OneAssignment, SetAway } from '../schema/workflows'
import { type ChosenForm, chosenForm } from '../store/asked-forms'
import { currentProcessing, keepProcessing } from '../store/processing'
import { moveHandlersDue } from '../store/turns'

/** Holds every group of datasets, so that one dataset is never in two. */
const lockGroups = (tx: Tx) =>
  tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('access-workflows', 0))`

async function groupFor(tx: Tx, slugs: readonly string[], name: string, own: string | null) {
  await lockGroups(tx)
  const datasets = await tx.dataset.findMany({ where: { slug: { in: [...slugs] } }, select: { id: true, slug: true } })
  const taken = await tx.accessWorkflowDataset.findMany({
    where: { datasetId: { in: datasets.map(({ id }) => id) } },
    select: { datasetId: true, workflowId: true },
  })
  const named = await tx.accessWorkflow.findUnique({ where: { name }, select: { id: true } })
  return {
    ids: datasets.map(({ id }) => id),
    missing: slugs.filter((slug) => !datasets.some((one) => one.slug === slug)),
    foreign: taken.some(({ workflowId }) => workflowId !== own),
    nameTaken: named !== null && named.id !== own,
  }
}

type Group = Awaited<ReturnType<typeof groupFor>>

function judgeGroup({ missing, foreign, nameTaken }: Group): Refusal | null {
  if (nameTaken) return refuse('access.name-taken')
  if (missing.length > 0) return refuse('access.no-such-dataset', { datasets: missing })
  return foreign ? refuse('access.in-another-group') : null
}

type Options = { disabledVerbs: readonly string[]; decidedBy: string; processing: readonly ProcessingGiven[] }

/** Null, or why a workflow cannot have these options; `known`: the processing states that it has. */
function judgeOptions({ disabledVerbs, decidedBy, processing }: Options, known: readonly string[]): Refusal | null {
  if (!leavesDecision(disabledVerbs, decidedBy)) return refuse('access.deciders-are-asked')
  const strange = processing.some(({ id }) => id !== null && !known.includes(id))
  return strange ? refuse('access.no-such-processing-state') : null
}

/** Null, or that no workflow can ask with this form: there is none, it is retired, or it was never published. */
const judgeForm = ({ isInUse, slug }: ChosenForm): Refusal | null =>
  isInUse ? null : refuse('access.form-not-in-use', { form: slug })

async function keepGroup(tx: Tx, workflowId: string, ids: readonly string[]): Promise<void> {
  await tx.accessWorkflowDataset.deleteMany({ where: { workflowId } })
  await tx.accessWorkflowDataset.createMany({ data: ids.map((datasetId) => ({ datasetId, workflowId })) })
}

/**
 * Makes a group of datasets with a workflow of its own. Refuses: access.name-taken, access.no-such-dataset, access.in-another-group,
 * access.deciders-are-asked (where they decide, asking them cannot be switched off), access.no-such-processing-state,
 * access.form-not-in-use.
 */
export const makeWorkflow = command({
  name: 'access.make-workflow',
  input: MakeWorkflow,
  load: async (tx, { datasets, name, form }) => ({
    group: await groupFor(tx, datasets, name, null),
    asks: await chosenForm(tx, form),
  }),
  authorize: ({ actor }) => mayKeepWorkflows(actor),
  decide: (_, { group, asks }, { datasets: __, processing, form, ...columns }) => {
    const id = newId()
    const refused = judgeGroup(group) ?? judgeOptions({ ...columns, processing }, []) ?? judgeForm(asks)
    if (refused) return refused
    const chosen = form === formOfRequests ? [] : [happened.workflowFormChosen(id, id, { form, was: formOfRequests })]
    return Object.assign([happened.workflowMade(id, id, {}), ...chosen], { id, columns, processing })
  },
  apply: async (tx, { id, columns, processing }, { group, asks }, { now }) => {
    const data = { ...columns, id, formId: asks.id, createdAt: now }
    await tx.accessWorkflow.create({ data, select: { id: true } })
    await keepGroup(tx, id, group.ids)
    await keepProcessing(tx, id, processing, now)
    return { id, revision: 1 }
  },
})

/**
 * Changes a workflow; rounds that run keep the rule they were opened with, requests the form they were made with; turns of handlers that
 * run get the new days at once. Refuses: access.moved-on, and as making one does.
 */
export const editWorkflow = command({
  name: 'access.edit-workflow',
  input: EditWorkflow,
  load: async (tx, { workflow: id, datasets, name, form }) => {
    const group = await groupFor(tx, datasets, name, id)
    const asks = await chosenForm(tx, form)
    const found = await tx.accessWorkflow.findUnique({
      where: { id },
      select: { revision: true, isDefault: true, handlingDays: true, form: { select: { slug: true } } },
    })
    return { group, asks, found, known: await currentProcessing(tx, id) }
  },
  authorize: ({ actor }) => mayKeepWorkflows(actor),
  decide: (
    _,
    { group, asks, found, known },
    { workflow: id, expectedRevision, datasets, processing, form, ...columns },
  ) => {
    if (!found) return notFound()
    if (found.revision !== expectedRevision)
      return refuse('access.moved-on', { expected: expectedRevision, revision: found.revision })
    if (found.isDefault && datasets.length > 0) return refuse('access.default-has-the-rest')
    const revision = found.revision + 1
    const refused = judgeGroup(group) ?? judgeOptions({ ...columns, processing }, known) ?? judgeForm(asks)
    if (refused) return refused
    const was = found.form?.slug ?? formOfRequests
    const chosen = form === was ? [] : [happened.workflowFormChosen(id, id, { form, was })]
    return Object.assign([happened.workflowEdited(id, id, { revision }), ...chosen], {
      id,
      revision,
      columns,
      processing,
    })
  },
  apply: async (tx, { id, revision, columns, processing }, { group, asks, found }, { now }) => {
    const data = { ...columns, formId: asks.id, revision }
    await tx.accessWorkflow.update({ where: { id }, data, select: { id: true } })
    await keepGroup(tx, id, group.ids)
    await keepProcessing(tx, id, processing, now)
    if (columns.handlingDays !== found?.handlingDays) await moveHandlersDue(tx, id)
    return { id, revision }
  },
})

type One = { workflow: string; person: string; role: keyof typeof hubRoles }

async function assignment(tx: Tx, { workflow, person, role }: One) {
  await lockGroups(tx)
  const found = await tx.accessWorkflow.findUnique({ where: { id: workflow }, select: { id: true } })
  const where = { workflowId: workflow, personId: person, role, endedAt: null }
  const open = await tx.accessAssignment.findFirst({ where, select: { id: true } })
  const held = await tx.roleAssignment.count({
    where: { personId: person, role: hubRoles[role], person: { deactivatedAt: null } },
  })
  return { found, open, holds: held > 0 }
}

/** Lets somebody who holds the hub role handle, review or decide for a workflow. Refuses: access.lacks-role, access.assigned-already. */
export const assignToWorkflow = command({
  name: 'access.assign',
  input: Assign,
  load: (tx, input) => assignment(tx, input),
  authorize: ({ actor }) => mayKeepWorkflows(actor),
  decide: (_, { found, open, holds }, { workflow, person, role }) => {
    if (!found) return notFound()
    if (!holds) return refuse('access.lacks-role', { role: hubRoles[role] })
    if (open) return refuse('access.assigned-already')
    return { ...happened.assigned(workflow, workflow, { person, role }), row: { id: newId(), workflowId: workflow } }
  },
  apply: async (tx, { row, data: { person: personId, role } }, _, { now }) => {
    await tx.accessAssignment.create({ data: { ...row, personId, role, createdAt: now }, select: { id: true } })
    return { id: row.id }
  },
})

/** Ends an assignment; what they were asked already stays theirs to answer. Refuses: access.not-assigned. */
export const endAssignment = command({
  name: 'access.end-assignment',
  input: OneAssignment,
  load: (tx, input) => assignment(tx, input),
  authorize: ({ actor }) => mayKeepWorkflows(actor),
  decide: (_, { found, open }, { workflow, person, role }) => {
    if (!found) return notFound()
    if (!open) return refuse('access.not-assigned')
    return { ...happened.unassigned(workflow, workflow, { person, role }), id: open.id }
  },
  apply: async (tx, { id }, _, { now }) => {
    await tx.accessAssignment.update({ where: { id }, data: { endedAt: now }, select: { id: true } })
    return { id }
  },
})

async function ownAssignment(
  tx: Tx,
  input: { workflow: string; role: keyof typeof hubRoles; deputy: string | null },
  { actor }: Context,
) {
  if (!isPerson(actor)) return { open: null, deputyHolds: false }
  const { open } = await assignment(tx, { ...input, person: actor.id })
  const deputy = input.deputy === null ? null : await assignment(tx, { ...input, person: input.deputy })
  return { open, deputyHolds: deputy === null || deputy.holds }
}

/** Says that one is away until a day, and who stands in; or that one is back. Refuses: access.lacks-role of the deputy, access.own-deputy. */
export const setAway = command({
  name: 'access.set-away',
  input: SetAway,
  load: (tx, input, ctx) => ownAssignment(tx, input, ctx),
  authorize: ({ actor }, { open }) => isAssignee(actor, open !== null),
  decide: ({ actor }, { open, deputyHolds }, { workflow, until, deputy, role }) => {
    if (!open || !isPerson(actor)) return notFound()
    if (deputy === actor.id) return refuse('access.own-deputy')
    if (!deputyHolds) return refuse('access.lacks-role', { role: hubRoles[role] })
    const fact = happened.awaySet(workflow, workflow, { person: deputy ?? '', until: until ?? '' })
    return { ...fact, id: open.id, until, deputy }
  },
  apply: async (tx, { id, until, deputy: deputyId }, _, { now }) => {
    const away = { awayFrom: now, awayUntil: until === null ? null : afterDay(until), deputyId }
    const back = { awayFrom: null, awayUntil: null, deputyId: null }
    await tx.accessAssignment.update({ where: { id }, data: until === null ? back : away, select: { id: true } })
    return { id }
  },
})
