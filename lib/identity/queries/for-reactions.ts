import 'server-only'
import { fingerprint } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { isLanguage, type Language } from '@/lib/platform/messages'
import type { Role } from '../policy'
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

type Ticket = {
  token: string
  email: string | null
  language: Language
  /** Who has the address that the ticket is for. */
  person: Reader | null
  /** Who asked for the ticket. */
  owner: Reader | null
}

/** An unused ticket by its id with its token and its people, if any. For reactions only. */
export async function ticketOf(id: string): Promise<Ticket | null> {
  const token = ticketToken(id)
  const ticket = await db().ticket.findUnique({
    where: { tokenHash: fingerprint(token), usedAt: null },
    select: { data: true, personId: true },
  })
  if (!ticket) return null
  const { email, language } = ticket.data as { email?: string; language?: string }
  const person = email ? await db().person.findUnique({ where: { email }, select: { id: true } }) : null
  return {
    token,
    email: email ?? null,
    language: languageOf(language),
    person: person && (await readingOf(person.id)),
    owner: ticket.personId ? await readingOf(ticket.personId) : null,
  }
}

/** The address that an account had before the change of this ticket; null once the ticket is forgotten. For reactions only. */
export async function formerAddress(id: string): Promise<string | null> {
  const where = { tokenHash: fingerprint(ticketToken(id)), purpose: 'email' }
  const ticket = await db().ticket.findUnique({ where, select: { data: true } })
  return (ticket?.data as { from?: string } | undefined)?.from ?? null
}

/** Everybody with an open account who was given this hub role. For reactions only. */
export async function holdersOf(role: Role): Promise<string[]> {
  const where = { deactivatedAt: null, roles: { some: { role } } }
  return (await db().person.findMany({ where, select: { id: true } })).map(({ id }) => id)
}
