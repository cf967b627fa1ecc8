import { db } from '@/lib/platform/db'
import { tasks } from '@/lib/reactions/tasks'

/** Does the jobs that wait for these events, as the worker would. */
export async function react(type: string): Promise<void> {
  const events = await db().event.findMany({ where: { type }, select: { id: true } })
  const jobs = await db().$queryRaw<{ task: string; payload: { eventId: string } }[]>`
    SELECT t.identifier AS task, j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id`
  for (const { task, payload } of jobs.filter(({ payload }) => events.some(({ id }) => id === payload.eventId)))
    await tasks[task]?.(payload, undefined as never)
}

/** What was posted to the address. */
export const mailsTo = (address: string) => db().mail.findMany({ where: { address }, orderBy: { id: 'asc' } })
/** The ticket of the link in a mail. */
export const ticketIn = (text = ''): string => /ticket=(\S+)/.exec(text)?.[1] ?? ''
