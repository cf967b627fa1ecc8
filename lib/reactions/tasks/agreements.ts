import 'server-only'
import { tellExpiry } from '@/lib/agreements/commands/tell-expiry'
import { documentToTell, textToTell } from '@/lib/agreements/queries/for-reactions'
import { holdersOf, readingOf, settingsOf } from '@/lib/identity/queries/for-reactions'
import { isOn } from '@/lib/identity/rules/topics'
import { readClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import type { Language } from '@/lib/platform/messages'
import { sentences } from '@/lib/platform/sentence'
import { messages } from '../messages/agreements'
import { clockContext } from './clock'
import type { Fact } from './identity'
import { post } from './post'

const say = (language: Language) => sentences(messages, language)
const page = (path: string): string => env().PORTAL_ORIGIN + path
const dayOf = (moment: Date | null): string => moment?.toISOString().slice(0, 10) ?? ''
const lastDay = (until: Date | null): string => (until ? dayOf(new Date(until.getTime() - 1)) : '')

type Document = NonNullable<Awaited<ReturnType<typeof documentToTell>>>
type Said = 'waiting' | 'returned' | 'countersigned' | 'terminated' | 'near' | 'expired'

/** Writes to one person about a document, once per fact; `topic` on: only who has not turned these mails off. */
async function tell(reason: string, personId: string, document: Document, said: Said, days = 0): Promise<void> {
  const person = await readingOf(personId)
  if (!person?.active || !isOn('agreements', await settingsOf(personId))) return
  const t = say(person.language)
  const values = {
    kind: t(`mail.agreement.kind.${document.kind}`),
    project: document.project.name,
    reason: document.reason ?? '',
    from: dayOf(document.validFrom),
    until: lastDay(document.validUntil),
    days,
    link: page(said === 'waiting' ? '/administration/agreements' : `/projects/${document.project.slug}/agreements`),
  }
  const subject = t(`mail.agreement.${said}.subject`, values)
  await post({ reason, to: person, topic: 'agreements', subject, text: t(`mail.agreement.${said}.text`, values) })
}

/** Tells the hub's administrators that a document waits for their signature. */
export async function mailAgreementWaiting({ id, subjectId }: Fact): Promise<void> {
  const document = await documentToTell(subjectId, readClock())
  if (document?.state !== 'submitted') return
  for (const personId of await holdersOf('hub-administrator')) await tell(id, personId, document, 'waiting')
}

const decisions: Readonly<Record<string, Said>> = {
  'agreements.document-returned': 'returned',
  'agreements.document-countersigned': 'countersigned',
  'agreements.document-terminated': 'terminated',
}

/** Tells who handed a document in, and who signs for the project, what the hub decided and why. */
export async function mailAgreementDecision({ id, type, subjectId }: Fact): Promise<void> {
  const document = await documentToTell(subjectId, readClock())
  const said = decisions[type]
  if (!document || !said) return
  for (const personId of new Set([document.submittedById, ...document.signatories]))
    await tell(id, personId, document, said)
}

/** Reminds who signs for the project that an agreement ends soon, or has ended. */
export async function mailAgreementExpiry({ id, type, subjectId, data }: Fact): Promise<void> {
  const document = await documentToTell(subjectId, readClock())
  if (document?.state !== 'countersigned') return
  const said = type === 'agreements.document-expired' ? 'expired' : 'near'
  for (const personId of document.signatories) await tell(id, personId, document, said, Number(data.days ?? 0))
}

/** Tells who accepted an earlier version of the user terms that a new one binds from a day on. It cannot be turned off. */
export async function mailNewTerms({ id, subjectId }: Fact): Promise<void> {
  const text = await textToTell(subjectId)
  if (text?.kind !== 'user-terms') return
  for (const personId of text.personIds) {
    const person = await readingOf(personId)
    if (!person?.active) continue
    const t = say(person.language)
    const link = page(`/agreements/user-terms/${text.version}`)
    const title = person.language === 'sv' ? text.titleSv : text.titleEn
    const values = { title, note: text.changeNote, binds: dayOf(text.bindsFrom), link }
    const subject = t('mail.agreement.terms.subject', values)
    await post({ reason: id, to: person, topic: 'terms', subject, text: t('mail.agreement.terms.text', values) })
  }
}

/** What the clock brings: the reminder of one document. */
export async function agreementExpiry(payload: unknown): Promise<void> {
  await tellExpiry(clockContext(), payload)
}
