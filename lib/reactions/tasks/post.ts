import 'server-only'
import { createHash } from 'node:crypto'
import { linkTopics } from '@/lib/identity/rules/topics'
import { readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { deliver } from '@/lib/platform/mail'

export type Recipient = { id: string | null; email: string }
export type Post = {
  reason: string
  to: Recipient
  topic: string
  subject: string
  text: string
  calendar?: string | null
}

/** The same id for the same reason and recipient, so that a reaction that is tried again posts no second mail (UUID version 8). */
function mailId(reason: string, email: string): string {
  const hex = createHash('sha256').update(`${reason}\n${email.toLowerCase()}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Puts a mail into the outbox and a job to deliver it into the queue, both or neither; once per reason and recipient. */
export async function post({ reason, to, topic, subject, text, calendar = null }: Post): Promise<void> {
  const id = mailId(reason, to.email)
  const mail = { id, recipientId: to.id, address: to.email, subject, text, topic, calendar, createdAt: readClock() }
  await db().$transaction(async (tx) => {
    const { count } = await tx.mail.createMany({ data: [mail], skipDuplicates: true })
    if (count === 0) return
    await tx.$queryRaw`SELECT 1 FROM graphile_worker.add_job('deliver-mail', ${JSON.stringify({ mail: id })}::json, max_attempts => 40)`
  })
}

/** Delivers a mail of the outbox once. A link that proves who somebody is does not stay in the table after it was sent. */
export async function deliverMail(id: string, demonstration: boolean): Promise<void> {
  const mail = await db().mail.findUnique({ where: { id } })
  if (!mail || mail.deliveredAt) return
  try {
    await deliver(id, mail)
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
    await db().mail.update({ where: { id }, data: { lastError }, select: { id: true } })
    throw error
  }
  const emptied = !demonstration && linkTopics.has(mail.topic) ? { text: '' } : {}
  await db().mail.update({
    where: { id },
    data: { deliveredAt: readClock(), lastError: null, ...emptied },
    select: { id: true },
  })
}
