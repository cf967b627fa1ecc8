import 'server-only'
import { tellDeadline } from '@/lib/ethics/commands/tell-deadline'
import { tellSuperseded } from '@/lib/ethics/commands/tell-superseded'
import { approvalToTell } from '@/lib/ethics/queries/for-reactions'
import { holdersOf, readingOf, settingsOf } from '@/lib/identity/queries/for-reactions'
import { isOn } from '@/lib/identity/rules/topics'
import { readClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { sentences } from '@/lib/platform/sentence'
import { messages } from '../messages/ethics'
import { clockContext } from './clock'
import type { Fact } from './identity'
import { post } from './post'

type Approval = NonNullable<Awaited<ReturnType<typeof approvalToTell>>>
type Said = 'waiting' | 'verified' | 'returned' | 'near' | 'passed'
type More = { deadline?: 'start' | 'end'; until?: string; days?: number }

/** Writes to one person about an approval, once per fact, unless they turned these mails off. */
async function tell(reason: string, personId: string, approval: Approval, said: Said, more: More = {}): Promise<void> {
  const person = await readingOf(personId)
  if (!person?.active || !isOn('ethics', await settingsOf(personId))) return
  const t = sentences(messages, person.language)
  const values = {
    number: approval.number,
    title: approval.latest.title,
    project: approval.project.name,
    note: approval.latest.judgedNote,
    until: more.until ?? '',
    days: more.days ?? 0,
    deadline: more.deadline ? t(`mail.ethics.deadline.${more.deadline}`) : '',
    link: `${env().PORTAL_ORIGIN}/ethics/${approval.id}${said === 'waiting' ? '/verify' : ''}`,
  }
  const subject = t(`mail.ethics.${said}.subject`, values)
  const text = t(`mail.ethics.${said}.text`, values).replace(/\n{3,}/g, '\n\n')
  await post({ reason, to: person, topic: 'ethics', subject, text })
}

/** The officers who may verify for this project: those who take no part in it. */
const officersFor = async ({ memberIds }: Approval): Promise<string[]> =>
  (await holdersOf('ethics-officer')).filter((id) => !memberIds.has(id))

/** Tells the ethics officers that an approval waits for them. */
export async function mailEthicsWaiting({ id, subjectId }: Fact): Promise<void> {
  const approval = await approvalToTell(subjectId, readClock())
  if (approval?.latest.state !== 'submitted') return
  for (const personId of await officersFor(approval)) await tell(id, personId, approval, 'waiting')
}

/** Tells who keeps the project's approvals, and who handed it in, what the officer found. */
export async function mailEthicsDecision({ id, type, subjectId }: Fact): Promise<void> {
  const approval = await approvalToTell(subjectId, readClock())
  if (!approval) return
  const said = type === 'ethics.approval-returned' ? 'returned' : 'verified'
  // Who has left since is not told what goes on in it.
  const { submittedById } = approval.latest
  const who = submittedById && approval.memberIds.has(submittedById) ? [submittedById] : []
  for (const personId of new Set([...approval.keepers, ...who])) await tell(id, personId, approval, said)
}

/** Reminds who keeps the project's approvals of a deadline; one that has passed is told to the ethics officers as well. */
export async function mailEthicsDeadline({ id, type, subjectId, data }: Fact): Promise<void> {
  const approval = await approvalToTell(subjectId, readClock())
  if (!approval || approval.withdrawnAt !== null) return
  const said = type === 'ethics.deadline-passed' ? 'passed' : 'near'
  const deadline = data.deadline === 'start' ? 'start' : 'end'
  const more: More = { deadline, until: String(data.until), days: Number(data.days ?? 0) }
  const officers = said === 'passed' ? await officersFor(approval) : []
  for (const personId of new Set([...approval.keepers, ...officers])) await tell(id, personId, approval, said, more)
}

/** What the clock brings: the reminder of one deadline. */
export async function ethicsDeadline(payload: unknown): Promise<void> {
  await tellDeadline(clockContext(), payload)
}

/** What the clock brings: that another decision came into force which takes the place of one. */
export async function ethicsSuperseded(payload: unknown): Promise<void> {
  await tellSuperseded(clockContext(), payload)
}
