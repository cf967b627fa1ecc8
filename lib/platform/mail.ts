import 'server-only'
import nodemailer, { type Transporter } from 'nodemailer'
import { env, isDemonstration } from './env'

export type Letter = { address: string; subject: string; text: string; calendar?: string | null }

const held = globalThis as typeof globalThis & { portalMail?: Transporter }

function transport(): Transporter {
  const { SMTP_URL } = env()
  if (!SMTP_URL) throw new Error('SMTP_URL is not set: the mail waits in the outbox')
  held.portalMail ??= nodemailer.createTransport(SMTP_URL)
  return held.portalMail
}

const calendarFile = {
  filename: 'calendar.ics',
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
} as const

/**
 * Delivers a letter over SMTP; in demonstration mode nothing leaves the machine and the letter is read at /outbox.
 * `id` makes the Message-ID, so that a letter that is sent twice after a crash is recognised as one. Throws where the server refuses.
 */
export async function deliver(id: string, { address, subject, text, calendar }: Letter): Promise<void> {
  if (isDemonstration()) return
  const { MAIL_FROM, PORTAL_ORIGIN } = env()
  // An address object, never a string: a hostile name or address cannot add recipients or headers.
  await transport().sendMail({
    from: MAIL_FROM,
    to: { name: '', address },
    subject: subject.replace(/[\r\n]+/g, ' '),
    text,
    ...(calendar && { attachments: [{ ...calendarFile, content: calendar }] }),
    messageId: `<${id}@${new URL(PORTAL_ORIGIN).hostname}>`,
  })
}
