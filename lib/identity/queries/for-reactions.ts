import 'server-only'
import { fingerprint } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { isLanguage, type Language } from '@/lib/platform/messages'
import { ticketToken } from '../store/tickets'

type Reader = { id: string; email: string; language: Language; active: boolean }

const languageOf = (value: unknown): Language => (isLanguage(value) ? value : 'en')

/** Whom a mail is for: address, language, and whether the account is open. Null for nobody. For reactions only. */
export async function readingOf(personId: string): Promise<Reader | null> {
  const select = { id: true, email: true, language: true, deactivatedAt: true } as const
  const person = await db().person.findUnique({ where: { id: personId }, select })
  return (
    person && {
      id: person.id,
      email: person.email,
      language: languageOf(person.language),
      active: person.deactivatedAt === null,
    }
  )
}

/** What the person turned off. For reactions only. */
export const settingsOf = (personId: string) =>
  db().notificationSetting.findMany({ where: { personId }, select: { topic: true, enabled: true } })

/** An unused ticket by its id with its token, and the person of its address, if any. For reactions only. */
export async function ticketOf(
  id: string,
): Promise<{ token: string; email: string | null; language: Language; person: Reader | null } | null> {
  const token = ticketToken(id)
  const ticket = await db().ticket.findUnique({
    where: { tokenHash: fingerprint(token), usedAt: null },
    select: { data: true },
  })
  if (!ticket) return null
  const { email, language } = ticket.data as { email?: string; language?: string }
  const person = email ? await db().person.findUnique({ where: { email }, select: { id: true } }) : null
  return { token, email: email ?? null, language: languageOf(language), person: person && (await readingOf(person.id)) }
}
