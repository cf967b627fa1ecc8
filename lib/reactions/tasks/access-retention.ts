import 'server-only'
import { remindRetention } from '@/lib/access/commands/retention'
import { requestToTell } from '@/lib/access/queries/for-reactions'
import { retentionRemindersDue, retentionToTell } from '@/lib/access/queries/retention-due'
import { readClock } from '@/lib/platform/clock'
import { tell } from './access'
import { clockContext, unlessDone } from './clock'
import type { Fact } from './identity'

/** Tells the PI, the applicant and who handles the dataset that its data are soon kept for ten years, or are. */
export async function mailRetention({ id, subjectId, data }: Fact): Promise<void> {
  const [request, kept] = [await requestToTell(subjectId, readClock()), await retentionToTell(String(data.grant))]
  if (!request || !kept) return
  const { dataset, until, people } = kept
  const words = { dataset, day: until.toISOString().slice(0, 10), days: Number(data.days ?? 0) }
  const key = words.days === 0 ? 'mail.access.retention-reached' : 'mail.access.retention-near'
  await tell(id, [...people, ...request.handlers], request, key, words)
}

/** What the clock brings: every reminder of the ten years that is due, each by a command of its own. */
export async function accessRetention(now = readClock()): Promise<void> {
  for (const due of await retentionRemindersDue(now)) await unlessDone(remindRetention({ ...clockContext(), now }, due))
}
