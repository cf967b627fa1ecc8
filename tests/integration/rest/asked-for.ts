import { attachFile } from '@/lib/access/commands/attachments'
import { beginRequest } from '@/lib/access/commands/begin'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { inviteMember } from '@/lib/access/commands/invitations'
import { requestDecision } from '@/lib/access/commands/rounds'
import { submitRequest } from '@/lib/access/commands/submission'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { publishedFormOf } from '../access/forms'
import { approvalOf, datasets, rowOf, workflowOf } from '../access/requests'
import { pdf } from '../agreements/files'
import { projectOf } from '../agreements/projects'
import { as, somebody } from '../identity/people'
import type { Sample, SampleOf } from './samples'

// The requests run by the clock of the machine.
export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
export const now = (person: Person) => as(person, new Date())
export const reason = 'Agreed at the weekly meeting'
export const until = dayIn(300)
export const id = (answer: object, key: string): string => String((answer as Record<string, unknown>)[key])

/** Two datasets and who works requests for them: made once. */
export const shared = (async () => {
  const slugs = await datasets(2)
  return { slugs, ...(await workflowOf(slugs)) }
})()

/** A draft of somebody who leads a project of theirs. */
export async function drafted(petra: Person) {
  const { slugs } = await shared
  const project = await projectOf(petra.id, { type: 'data-access' })
  const ethicsApproval = await approvalOf(project, slugs)
  const wish = { project: project.slug, datasets: slugs, title: 'Grading of nodes' }
  const { id: request } = await beginRequest(now(petra), wish)
  await saveDraft(now(petra), { request, wantedUntil: until, ethicsApproval })
  return { request, project, petra }
}

/** A draft for a dataset whose workflow asks with another form by now. */
export async function askedAnew(petra: Person) {
  const slugs = await datasets(1)
  const { workflow } = await workflowOf(slugs)
  const project = await projectOf(petra.id, { type: 'data-access' })
  const { id: request } = await beginRequest(now(petra), { project: project.slug, datasets: slugs, title: 'Nodes' })
  const form = { connect: { slug: await publishedFormOf() } }
  await db().accessWorkflow.update({ where: { id: workflow }, data: { form } })
  return { request }
}

export async function sent(petra: Person) {
  const made = await drafted(petra)
  await submitRequest(now(petra), { request: made.request })
  return made
}

export async function granted(petra: Person) {
  const { handler, slugs } = await shared
  const made = await sent(petra)
  await approveDatasets(now(handler), { request: made.request, datasets: slugs, until })
  return { ...made, grant: (await rowOf(made.request)).grants[0]?.id ?? '' }
}

/** Lets somebody handle the shared datasets, whether or not they hold the role. */
export async function handles(me: Person): Promise<void> {
  const { workflow: workflowId } = await shared
  const wish = { workflowId, personId: me.id, role: 'handler' }
  const createdAt = new Date()
  if ((await db().accessAssignment.count({ where: wish })) === 0)
    await db().accessAssignment.create({ data: { ...wish, id: newId(), createdAt } })
}

type Made = { request: string }
export const on = ({ request }: Made, body?: object): Sample => ({ params: { request }, ...(body && { body }) })

/** A request about one's own. */
export const own = <M extends Made>(make: (me: Person) => Promise<M>, body?: object): SampleOf => ({
  sample: async (me) => on(await make(me), body),
})
/** A request of a handler about somebody else's. */
export const hubs = <M extends Made>(
  make: (petra: Person) => Promise<M>,
  body: object | (() => Promise<object>),
): SampleOf => ({
  needsRole: true,
  sample: async (me) => {
    await handles(me)
    return on(await make(await somebody()), typeof body === 'function' ? await body() : body)
  },
})

/** What somebody was asked by a mailed link, of whatever roles: a task of a kind in somebody else's request. */
export async function asked(me: Person, kind: 'review' | 'decision') {
  const { handler } = await shared
  const { request } = await sent(await somebody())
  await requestDecision(now(handler), { request })
  const round = (await rowOf(request)).rounds[0]?.id ?? null
  const due = new Date(Date.now() + 86_400_000)
  const task = {
    id: newId(),
    requestId: request,
    kind,
    personId: me.id,
    askedById: handler.id,
    state: 'open',
    invited: true,
  }
  const roundId = kind === 'decision' ? round : null
  await db().accessTask.create({ data: { ...task, roundId, askedAt: new Date(), dueAt: due } })
  return { params: { request, task: task.id }, body: { answer: 'approve', text: 'Clear' } }
}

export const invited = async (petra: Person) => {
  const { request } = await drafted(petra)
  return {
    request,
    invitation: id(await inviteMember(now(petra), { request, email: `${newId()}@example.org` }), 'invitation'),
  }
}
export const attached = async (petra: Person) => {
  const made = await drafted(petra)
  const file = await pdf()
  return { ...made, attachment: id(await attachFile(now(petra), { request: made.request, file }), 'attachment') }
}
export const withMember = async (petra: Person, member: Person) => {
  const made = await drafted(petra)
  await db().accessMember.create({ data: { requestId: made.request, personId: member.id, joinedAt: new Date() } })
  return made
}
