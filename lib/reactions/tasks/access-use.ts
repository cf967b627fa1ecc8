import 'server-only'
import { rejudgeUse } from '@/lib/access/commands/rejudge-use'
import { settleUse } from '@/lib/access/commands/settle-use'
import { messages as causes } from '@/lib/access/messages/systems'
import { requestToTell } from '@/lib/access/queries/for-reactions'
import { requestsTouched } from '@/lib/access/store/uses'
import { readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { Refused } from '@/lib/platform/refusal'
import { tell } from './access'
import { clockContext } from './clock'
import type { Fact } from './identity'

/** A refusal tells that another process was quicker, or that it is due no longer. */
async function unlessDone(act: Promise<unknown>): Promise<void> {
  await act.catch((error) => {
    if (!(error instanceof Refused)) throw error
  })
}

const settle = (request: string): Promise<void> => unlessDone(settleUse(clockContext(), { request }))

/** Whom a fact may concern, by the stream that it stands in. */
const kinds: Readonly<Record<string, string>> = {
  request: 'request',
  project: 'project',
  person: 'person',
  acceptances: 'person',
  dataset: 'dataset',
}

/** Finds out whose use of data has changed with what happened. */
export async function settleAccess({ id }: Fact): Promise<void> {
  const { stream } = await db().event.findUniqueOrThrow({ where: { id }, select: { stream: true } })
  const [of = '', owner = ''] = stream.split(':')
  const kind = kinds[of] ?? 'everything'
  for (const request of await requestsTouched(db(), { kind, id: owner }, readClock())) await settle(request)
}

/** Looks at each purpose that was approved for a dataset whose use somebody has stated anew. */
export async function rejudgeStated({ id }: Fact): Promise<void> {
  const { subjectId: dataset } = await db().event.findUniqueOrThrow({ where: { id }, select: { subjectId: true } })
  const touched = await requestsTouched(db(), { kind: 'dataset', id: dataset ?? '' }, readClock())
  for (const request of touched) await unlessDone(rejudgeUse(clockContext(), { request, dataset }))
}

/** What the clock brings: a moment at which the uses of one request may change. */
export const accessUse = (payload: unknown): Promise<void> => settle((payload as { request: string }).request)

/** What the clock brings: a look at everything, for what changes without anybody's doing and has no moment of its own. */
export async function accessUses(): Promise<void> {
  for (const request of await requestsTouched(db(), { kind: 'everything', id: '' }, readClock())) await settle(request)
}

/** Tells whose use ended or began again by something under the grant, and who handles it; and before something under it ends. */
export async function mailUse({ id, type, subjectId, data }: Fact): Promise<void> {
  const now = readClock()
  const request = await requestToTell(subjectId, now)
  if (!request) return
  if (type === 'access.member-removed') return tell(id, [String(data.person)], request, 'mail.access.removed')
  const { at } = await db().event.findUniqueOrThrow({ where: { id }, select: { at: true } })
  // Older entries do not say by what; then it was the ethics approval or the project.
  const ending = String(data.ending ?? 'other')
  const about = { ending, dataset: String(data.dataset), day: String(data.until ?? ''), days: Number(data.days ?? 0) }
  const words = (language: 'en' | 'sv') => ({
    ...about,
    cause: causes[language][`access.cause.${String(data.cause)}` as 'access.cause.terms'] ?? '',
  })
  const ended = type === 'access.use-ended' && data.beneath === 'yes'
  const began = type === 'access.use-began' && data.again === 'yes'
  const soon = type === 'access.use-ends-soon'
  if (type === 'access.use-began' && data.waited === 'yes')
    return tell(id, [String(data.person)], request, 'mail.access.use-begins', words)
  if (!ended && !began && !soon) return
  const key = ended ? 'mail.access.use-ended' : began ? 'mail.access.use-again' : 'mail.access.use-soon'
  await tell(id, [String(data.person)], request, key, words)
  // Handlers hear of it once, however many people it concerns.
  const once = `${type}:${String(data.grant)}:${at.toISOString()}`
  await tell(once, request.handlers, request, `${key}.handler`, words)
}
