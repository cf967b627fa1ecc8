import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { mayAcceptTerms, mayPublishTerms } from '../policy/requests'
import { newestTerms } from '../rules/terms'
import { OneTerms, PublishTerms } from '../schema/workflows'
import { acceptedTerms, termsOf } from '../store/terms'
import { documentsThere } from '../store/terms-documents'

const dayLength = 86_400_000

/** As what the terms of a subject are kept: a dataset's by its id, so that they follow it. Null: there is no such dataset. */
async function keptSubject(tx: Tx, subject: string): Promise<string | null> {
  if (!subject.startsWith('dataset:')) return subject
  const where = { slug: subject.slice('dataset:'.length) }
  return (await tx.dataset.findUnique({ where, select: { id: true } }))?.id ?? null
}

type Documents = { readonly documentEn: string | null; readonly documentSv: string | null }

/** What a version has besides its text. */
const partsOf = ({
  linkEn,
  linkSv,
  documentEn,
  documentSv,
}: Documents & { linkEn: string | null; linkSv: string | null }) =>
  Object.entries({ 'link-en': linkEn, 'link-sv': linkSv, 'document-en': documentEn, 'document-sv': documentSv })
    .filter(([, part]) => part !== null)
    .map(([name]) => name)

/** Null, or which fields name a document that is not there. */
function missingFields(named: Documents, there: ReadonlySet<string>): Record<string, string[]> | null {
  const gone = Object.entries(named).filter(([, id]) => id !== null && !there.has(id))
  return gone.length === 0
    ? null
    : Object.fromEntries(gone.map(([field]) => [field, ['access.invalid.terms-document']]))
}

/**
 * Publishes the next version of terms; the first binds at once unless said otherwise, a later one after its notice. Refuses:
 * access.no-such-dataset, platform.invalid where a later version says not what changed, or names a document that is not there.
 */
export const publishTerms = command({
  name: 'access.publish-terms',
  input: PublishTerms,
  load: async (tx, { subject, documentEn, documentSv }) => {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('access-terms:' || ${subject}, 0))`
    const kept = await keptSubject(tx, subject)
    const there = await documentsThere(tx, [documentEn, documentSv])
    return { kept, there, newest: kept === null ? null : newestTerms(await termsOf(tx, [kept]), kept) }
  },
  authorize: ({ actor }) => mayPublishTerms(actor),
  decide: ({ now, actor }, { kept, newest, there }, { noticeDays, changeNote, subject: _, ...said }) => {
    const { documentEn, documentSv, ...words } = said
    if (kept === null) return refuse('access.no-such-dataset', { datasets: [] })
    const gone = missingFields({ documentEn, documentSv }, there)
    if (gone) return refuse('platform.invalid', { fields: gone })
    if (newest && changeNote === null)
      return refuse('platform.invalid', { fields: { changeNote: ['access.invalid.change-note'] } })
    const version = (newest?.version ?? 0) + 1
    const bindsFrom = new Date(now.getTime() + noticeDays * dayLength)
    const dates = { publishedAt: now, bindsFrom, publishedBy: isPerson(actor) ? actor.id : null }
    const documents = { documentEnId: documentEn, documentSvId: documentSv }
    const row = { ...words, ...documents, ...dates, id: newId(), subject: kept, version, changeNote: changeNote ?? '' }
    const data = { subject: kept, version, binds: bindsFrom.toISOString().slice(0, 10), parts: partsOf(said) }
    return { ...happened.termsPublished(kept, row.id, data), row }
  },
  apply: async (tx, { row }) => {
    await tx.accessTerms.create({ data: row, select: { id: true } })
    return { id: row.id, version: row.version, bindsFrom: row.bindsFrom }
  },
})

/**
 * Accepts a version of terms, for oneself, in the browser. Refuses: access.terms-superseded (a newer version is to be accepted),
 * access.terms-accepted.
 */
export const acceptAccessTerms = command({
  name: 'access.accept-terms',
  input: OneTerms,
  load: async (tx, { terms: id }, { actor }) => {
    const personId = isPerson(actor) ? actor.id : ''
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('acceptances:' || ${personId}, 0))`
    const select = { id: true, subject: true, version: true, bindsFrom: true } as const
    const terms = await tx.accessTerms.findUnique({ where: { id }, select })
    const all = terms ? await termsOf(tx, [terms.subject]) : []
    return { terms, all, accepted: isPerson(actor) ? await acceptedTerms(tx, actor.id) : new Set<string>() }
  },
  authorize: ({ actor }) => mayAcceptTerms(actor),
  decide: ({ actor, now }, { terms, all, accepted }) => {
    if (!terms || !isPerson(actor)) return notFound()
    if (accepted.has(terms.id)) return refuse('access.terms-accepted')
    const newer = all.some(({ version, bindsFrom }) => version > terms.version && bindsFrom <= now)
    if (newer) return refuse('access.terms-superseded')
    const { id, subject, version } = terms
    return { ...happened.termsAccepted(actor.id, id, { subject, version }), personId: actor.id }
  },
  apply: async (tx, { subjectId: termsId, personId }, _, { now }) => {
    await tx.accessAcceptance.create({ data: { termsId, personId, acceptedAt: now }, select: { termsId: true } })
    return { terms: termsId, acceptedAt: now }
  },
})
