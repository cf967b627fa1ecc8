import 'server-only'
import { db } from '@/lib/platform/db'
import { mayAnswer } from '../rules/asking'
import type { Holders } from '../rules/assignments'
import { checklistOf } from '../rules/checklist'
import { filesLeft } from '../rules/forms-files'
import { answersForReviewer } from '../rules/forms-reviewer'
import { lifeOfGrant, retainUntil } from '../rules/grants'
import { stillResolved } from '../rules/resolved'
import { restingOn } from '../rules/resting'
import { retentionStage } from '../rules/retention'
import { turnsOf } from '../rules/turn'
import { isWithheld } from '../rules/withheld'
import type { Answers } from '../schema/forms-answers'
import { formNamed, formOf, newerForm } from '../store/answers'
import { askedForms } from '../store/asked-forms'
import type { Details } from '../store/details'
import { datasetsNamed, peopleNamed } from '../store/details'
import { approvalNamed, approvalsToName, coverageOf } from '../store/ethics'
import { grantsOf } from '../store/grants'
import { draftFacts } from '../store/readiness'
import type { Seen } from '../store/requests'
import { restingFacts } from '../store/resting'
import { retentionOf } from '../store/retention'
import { subjectsOf, termsFor } from '../store/terms'
import { withDocuments } from '../store/terms-documents'
import { usesNow } from './request-use'

/** The datasets of a request, with what became of each, what stands against approving it, and its grants. */
export async function itemsOf({ request, standing }: Pick<Seen, 'request' | 'standing'>, now: Date) {
  const ids = request.items.map(({ datasetId }) => datasetId)
  const [datasets, coverage] = [await datasetsNamed(db(), ids), await coverageOf(db(), request, ids, now)]
  const uses = await usesNow({ request, standing })
  return request.items.map(({ datasetId, workflow, decidedAt, useResolvedFor, ...item }) => {
    const covered = coverage.get(datasetId)
    const judged = uses.get(datasetId)
    const { id, name, decidedBy } = workflow
    return {
      ...item,
      datasetId,
      decidedAt,
      slug: datasets.get(datasetId)?.slug ?? '',
      title: datasets.get(datasetId)?.title ?? '',
      datasetState: datasets.get(datasetId)?.state ?? '',
      workflow: { id, name, decidedBy },
      handled: standing.handles.includes(id),
      /** How the purpose fits at this moment; `useFit` is how it did when it was last judged. */
      use: judged?.use ?? null,
      useResolved: stillResolved({ ...item, useResolvedFor }, judged?.basis ?? null),
      ethics: covered?.covered ? 'covered' : (covered?.reasons[0]?.reason ?? 'none'),
      ethicsUntil: covered?.covered ? covered.until : null,
    }
  })
}

/** Of a request that is being judged or was approved: every condition that a grant would rest on, as it stands now. */
export async function restingNow(seen: Seen, items: Awaited<ReturnType<typeof itemsOf>>, now: Date) {
  if (!(['submitted', 'returned', 'approved'] as readonly string[]).includes(seen.request.state)) return []
  const ethics = items
    .filter(({ state }) => state === 'requested' || state === 'approved')
    .map(({ slug, ethics: word, ethicsUntil: until }) => ({ slug, word, until }))
  return restingOn(await restingFacts(db(), seen, ethics, now), now)
}

/** The ethics approval that the request rests on: its number, what it counts as now, and where the reader reads the whole of it. */
export async function ethicsNamed({ request, standing, projectIds }: Seen, personId: string, now: Date) {
  const named = await approvalNamed(db(), request, now)
  if (!named) return null
  const own = projectIds.has(personId) ? `/ethics/${named.id}` : null
  return { ...named, href: standing.side === 'asking' ? own : `/requests/${request.id}/ethics` }
}

/**
 * What was granted, where each grant is in its life, what suspends it, and until when the data are kept. What stands against one person
 * alone is for that person and those who handle it.
 */
export async function grantsListed(
  { request, standing }: Seen,
  slugs: ReadonlyMap<string, string>,
  reader: string,
  now: Date,
) {
  const rows = await grantsOf(db(), request.id)
  const kept = new Map<string, Awaited<ReturnType<typeof retentionOf>>>()
  // What was noted of data can be there only where their ten years near.
  for (const one of rows) if (retentionStage(one, now) !== null) kept.set(one.id, await retentionOf(db(), one))
  const tells = (personId: string | null) => personId === null || personId === reader || standing.side === 'hub'
  return rows.map(({ bars, datasetId, ...grant }) => ({
    ...grant,
    /** Whether it can be noted now what became of the data, and what was noted last. */
    retentionNears: kept.has(grant.id),
    retained: kept.get(grant.id)?.noted.at(-1) ?? null,
    dataset: slugs.get(datasetId) ?? '',
    life: lifeOfGrant(grant, now),
    retainUntil: retainUntil(grant),
    bars: bars
      .filter(({ personId }) => tells(personId))
      .map(({ id, kind, personId, reason, at }) => ({ id, kind, personId, reason, at })),
  }))
}

/**
 * What is asked by now, where that is not what the request was made with: of a draft the form of its datasets, which it can take up; of
 * what was submitted a newer version of its own. `formsAsked`: the forms that the datasets of a draft are asked with, more than one
 * where that has changed since it was begun.
 */
async function askedNow({ request }: Seen, own: string | null) {
  const newer = await newerForm(db(), request.formVersionId)
  if (request.state !== 'draft') return { formNow: newer, formsAsked: [] }
  const there = request.items.filter(({ state }) => state !== 'removed').map(({ datasetId }) => datasetId)
  const forms = await askedForms(db(), there)
  const formsAsked = forms.map(({ version: _, ...asked }) => asked)
  const version = forms[0]?.version ?? null
  if (forms.length > 1) return { formNow: newer, formsAsked }
  if (version === null || version.id === request.formVersionId) return { formNow: null, formsAsked }
  const { form, number, content } = version
  return { formNow: { form, number, content, isOther: form !== own }, formsAsked }
}

/** The form and the answers as far as the reader may see them, and what is asked by now: who only reviews sees no private field. */
export async function answersSeen(seen: Seen) {
  const { request, standing } = seen
  const form = await formOf(db(), request.formVersionId)
  const answers = request.answers as Answers
  const made = await formNamed(db(), request.formVersionId)
  if (form && standing.reviewsOnly)
    return { ...answersForReviewer(form, answers), ...made, formNow: null, formsAsked: [] }
  return { form, answers, ...made, ...(await askedNow(seen, made.formAddress)) }
}

/** Who has to act next for the datasets of each of its workflows, where it has several. */
export function turnsIn({ request, assignments }: Seen, { tasks, rounds }: Details) {
  const flows = [...new Map(request.items.map(({ workflow }) => [workflow.id, workflow.name]))]
  const asking = tasks.filter(({ kind, state }) => kind === 'review' && state === 'open').map((task) => task.askedById)
  const handles = (workflowId: string, personId: string) =>
    assignments.some(
      (one) =>
        one.workflowId === workflowId &&
        one.role === 'handler' &&
        (one.personId === personId || one.deputyId === personId),
    )
  const waiting = flows.map(([id, workflow]) => ({
    workflow,
    waits: request.items.some(({ workflowId, state }) => workflowId === id && state === 'requested'),
    decisions: rounds.some(({ workflowId, closedAt }) => workflowId === id && closedAt === null),
    reviews: asking.some((by) => handles(id, by)),
  }))
  return flows.length < 2 ? [] : turnsOf(request.state, waiting)
}

/** Of a draft that was made from another request, for those who write it: the fields whose files are to be handed in again. */
export async function filesToHandIn({ request, standing }: Seen): Promise<string[]> {
  const from = request.copiedFromId ?? request.handedOverFromId
  if (request.state !== 'draft' || standing.side !== 'asking' || from === null) return []
  const source = await db().accessRequest.findUnique({ where: { id: from }, select: { answers: true } })
  const form = await formOf(db(), request.formVersionId)
  return filesLeft(form, request.answers as Answers, (source?.answers ?? {}) as Answers)
}

/** Which terms that the datasets of a request demand were accepted by whom of its members, in which version and when. */
export async function termsAccepted({ request }: Seen) {
  const datasetIds = request.items.filter(({ state }) => state !== 'removed').map(({ datasetId }) => datasetId)
  const subjects = await subjectsOf(db(), request.id, datasetIds)
  const members = request.members.map(({ personId }) => personId)
  const rows = await db().accessAcceptance.findMany({
    where: { personId: { in: members }, terms: { subject: { in: subjects } } },
    select: { personId: true, acceptedAt: true, terms: { select: { version: true, titleEn: true, titleSv: true } } },
    orderBy: { acceptedAt: 'asc' },
  })
  const names = await peopleNamed(db(), members)
  return rows.map(({ personId, acceptedAt: at, terms }) => ({ person: names.get(personId) ?? '', at, ...terms }))
}

/** Of a draft or a returned one, for those who write it: what is missing, what is wrong with the answers, and which approvals it can rest on. */
export async function readinessOf({ request, standing }: Seen, personId: string, now: Date) {
  const writes = standing.side === 'asking' && (request.state === 'draft' || request.state === 'returned')
  if (!writes) return null
  const { facts, judgement } = await draftFacts(db(), request, personId, now)
  const approvals = await approvalsToName(db(), request.projectId, now)
  return { checklist: checklistOf(facts, now), findings: judgement.findings, approvals }
}

/** The terms that bind the reader for this request, or will, and that they have not accepted: of members only. */
export async function termsOwed({ request }: Seen, personId: string, now: Date) {
  if (!request.members.some((member) => member.personId === personId)) return []
  const datasetIds = request.items.filter(({ state }) => state !== 'removed').map(({ datasetId }) => datasetId)
  const { owed, toCome } = await termsFor(db(), personId, { requestId: request.id, datasetIds }, now)
  const rows = await db().accessTerms.findMany({
    where: { id: { in: [...owed, ...toCome].map(({ id }) => id) } },
    omit: { changeNote: true, publishedAt: true, publishedBy: true, documentEnId: true, documentSvId: true },
    include: withDocuments,
    orderBy: [{ bindsFrom: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, binds: row.bindsFrom <= now }))
}

/**
 * What was said and asked, as far as the reader may see: those who ask see what is meant for them, and that others were asked. `askers`:
 * all who ask or ever did. A remark without an author is of somebody of the hub who is kept from those who ask.
 */
export function spoken(
  { standing, hides }: Seen,
  { remarks, tasks, rounds }: Details,
  names: ReadonlyMap<string, string>,
  { askers, holders }: { askers: ReadonlySet<string>; holders: Holders },
) {
  const inside = standing.side !== 'asking'
  const nameOf = (id: string) => names.get(id) ?? ''
  const isKept = (withheld: boolean, id: string) => !inside && isWithheld({ withheld, hides, byAsker: askers.has(id) })
  return {
    remarks: remarks
      .filter(({ isPublic }) => inside || isPublic)
      .map(({ authorId, withheld, ...remark }) => ({
        ...remark,
        author: isKept(withheld, authorId) ? null : nameOf(authorId),
      })),
    tasks: inside
      ? tasks.map((task) => ({
          ...task,
          person: nameOf(task.personId),
          /** Nobody waits for this answer: who was asked has lost the hub role. */
          lapsed: task.state === 'open' && !mayAnswer(task, holders),
        }))
      : [],
    rounds: rounds.map(({ openedById: _, ...round }) => {
      const asked = tasks.filter(({ roundId, state }) => roundId === round.id && state !== 'replaced')
      const answered = asked.filter(({ state }) => state === 'answered').length
      return { ...round, asked: asked.length, answered }
    }),
  }
}
