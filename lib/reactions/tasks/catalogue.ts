import 'server-only'
import { noteTold } from '@/lib/catalogue/commands/note-told'
import { decidedProposal, publicVersionOf, searchesToTell } from '@/lib/catalogue/queries/saved-searches'
import { readingOf, settingsOf } from '@/lib/identity/queries/for-reactions'
import { isOn } from '@/lib/identity/rules/topics'
import { readClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import type { Language } from '@/lib/platform/messages'
import { sentences } from '@/lib/platform/sentence'
import { messages } from '../messages'
import type { Fact } from './identity'
import { post } from './post'

const say = (language: Language) => sentences(messages, language)
const page = (path: string): string => env().PORTAL_ORIGIN + path

type Version = NonNullable<Awaited<ReturnType<typeof publicVersionOf>>>
type Saved = Awaited<ReturnType<typeof searchesToTell>>

/** One mail for all searches of a person that find it: the same id when it is tried again, so that it is sent once. */
async function tell(personId: string, version: Version, searches: Saved): Promise<void> {
  const person = await readingOf(personId)
  if (!person?.active || !isOn('saved-search', await settingsOf(personId))) return
  const t = say(person.language)
  const names = searches.map(({ name, query }) => `- ${name}: ${page(`/datasets?${query}`)}`).join('\n')
  const { title, number, slug } = version
  const link = page(`/datasets/${slug}`)
  const text = t('mail.search.text', { title, version: number, names, link, settings: page('/account/notifications') })
  const subject = t('mail.search.subject', { title })
  await post({ reason: `saved-search ${version.id}`, to: person, topic: 'saved-search', subject, text })
}

/**
 * Writes to the owners of the saved searches that find what was published. Of a dataset that was hidden and is shown again
 * only those hear who saved their search before its version came out, and who were not told then.
 */
export async function mailSavedSearches({ type, subjectId }: Fact): Promise<void> {
  const version = await publicVersionOf(subjectId)
  if (!version) return
  const isLate = ({ toldUpTo }: Saved[number]) => toldUpTo > version.publishedAt
  const found = await searchesToTell(version)
  const searches = type === 'catalogue.dataset-shown' ? found.filter((search) => !isLate(search)) : found
  for (const personId of new Set(searches.map((search) => search.personId))) {
    const own = searches.filter((search) => search.personId === personId)
    await tell(personId, version, own)
    const ids = own.map(({ id }) => id)
    await noteTold(ids, version.id, readClock())
  }
}

/** Tells who proposed a collection what became of it, and why. */
export async function mailProposalDecision({ id, type, subjectId }: Fact): Promise<void> {
  const proposal = await decidedProposal(subjectId)
  const person = proposal && (await readingOf(proposal.proposerId))
  if (!proposal || !person?.active || !isOn('proposal', await settingsOf(person.id))) return
  const t = say(person.language)
  const { title } = proposal
  const key = type === 'catalogue.proposal-taken-up' ? 'mail.proposal.taken-up' : 'mail.proposal.declined'
  const text = t(key, { title, reason: proposal.reason ?? '', link: page('/priorities/propose') })
  await post({ reason: id, to: person, topic: 'proposal', subject: t('mail.proposal.subject', { title }), text })
}
