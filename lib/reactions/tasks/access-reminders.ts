import 'server-only'
import { remindCloseOut, remindTask, remindTurn } from '@/lib/access/commands/remind'
import { answerable, remindersDue, requestToTell } from '@/lib/access/queries/for-reactions'
import { readClock } from '@/lib/platform/clock'
import { tell } from './access'
import { clockContext, unlessDone } from './clock'
import type { Fact } from './identity'

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

/**
 * Reminds who was asked, if they still are; of a turn that takes too long, who can move it: handlers where others are late; of word of the
 * data that is owed, who answers for them, and the handlers that it is missing.
 */
export async function mailReminder({ id, type, subjectId, data }: Fact): Promise<void> {
  const request = await requestToTell(subjectId, readClock())
  if (!request) return
  if (type === 'access.turn-overdue') {
    const day = dayOf(request.turnSince)
    if (data.turn === 'handler') await tell(id, request.late, request, 'mail.access.late-handler', { day })
    if (data.turn === 'reviewers') await tell(id, request.handlers, request, 'mail.access.late-reviewers', { day })
    if (data.turn === 'applicant') await tell(id, request.members, request, 'mail.access.late-applicant', { day })
    return
  }
  if (type === 'access.close-out-missing') {
    await tell(id, await answerable(request), request, 'mail.access.close-out-missing')
    return tell(id, request.handlers, request, 'mail.access.close-out-missing.handler')
  }
  const task = request.tasks.find((one) => one.id === data.task)
  const key = type === 'access.task-overdue' ? 'mail.access.task-missed' : 'mail.access.task-near'
  if (task) await tell(id, [task.personId], request, key, { day: dayOf(task.dueAt) })
}

/** What the clock brings: every reminder that is due, each by a command of its own; another process may be quicker with any of them. */
export async function accessReminders(): Promise<void> {
  const { tasks, turns, closeOuts } = await remindersDue(readClock())
  for (const task of tasks) await unlessDone(remindTask(clockContext(), task))
  for (const request of turns) await unlessDone(remindTurn(clockContext(), { request }))
  for (const request of closeOuts) await unlessDone(remindCloseOut(clockContext(), { request }))
}
