import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { type Actor, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { fileContent } from '@/lib/platform/storage'
import { mayPublishTerms } from '../policy/requests'
import { TermsDocument } from '../schema/workflows'
import { withDocuments } from '../store/terms-documents'

type Shown = 'published' | 'withdrawn' | 'draft' | 'hidden'

/** Every version, the newest of a subject first; those of datasets in other states than these are left out. */
async function termsOf(states: readonly Shown[] | null, now: Date) {
  const rows = await db().accessTerms.findMany({
    where: { publishedAt: { lte: now } },
    orderBy: [{ subject: 'asc' }, { version: 'desc' }],
    omit: { publishedBy: true, documentEnId: true, documentSvId: true },
    include: withDocuments,
  })
  const ids = rows.map(({ subject }) => subject).filter((one) => /^[0-9a-f-]{36}$/.test(one))
  const shown = await db().dataset.findMany({
    where: { id: { in: ids }, ...(states && { state: { in: [...states] } }) },
    select: { id: true, slug: true },
  })
  const slugOf = new Map(shown.map(({ id, slug }) => [id, slug]))
  return rows.flatMap(({ subject, ...row }) => {
    if (/^(standard|extra:.+)$/.test(subject)) return [{ ...row, subject }]
    const slug = slugOf.get(subject)
    return slug === undefined ? [] : [{ ...row, subject: `dataset:${slug}` }]
  })
}

/** The terms of access that were published, in every version: the standard ones, those of datasets, and those that handlers add. */
export const accessTerms = query({
  name: 'access.terms',
  input: z.object({}),
  scope: () => 'public' as const,
  // Terms of a dataset that the public does not see are not told.
  read: (_, __, { now }) => termsOf(['published', 'withdrawn'], now),
})

export type AccessTermsVersion = Awaited<ReturnType<typeof accessTerms>>[number]

/** The same for stewards, who publish them: those of datasets that the public does not see, too. */
export const keptTerms = query({
  name: 'access.kept-terms',
  input: z.object({}),
  scope: ({ actor }) => {
    const permission = mayPublishTerms(actor)
    if (isRefusal(permission)) return permission
    return permission ? ('all' as const) : notFound()
  },
  read: (_, __, { now }) => termsOf(null, now),
})

/** Whether somebody reads terms of this subject: the public those of what it sees, stewards all, and who asks for a dataset its own. */
async function readsTermsOf(subject: string, actor: Actor): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(subject) || mayPublishTerms(actor) === true) return true
  const shown = { id: subject, state: { in: ['published', 'withdrawn'] } }
  if ((await db().dataset.count({ where: shown })) > 0) return true
  if (!isPerson(actor)) return false
  const asked = { items: { some: { datasetId: subject, state: { not: 'removed' } } } }
  return (await db().accessRequest.count({ where: { ...asked, members: { some: { personId: actor.id } } } })) > 0
}

/** The document of a version of terms in one language, as it was published: for whoever reads the text of that version. */
export const termsDocument = query({
  name: 'access.terms-document',
  input: TermsDocument,
  scope: ({ actor }) => actor,
  read: async (actor, { terms: id, language }, { now }) => {
    const kept = { select: { fileId: true, sha256: true } } as const
    const terms = await db().accessTerms.findFirst({
      where: { id, publishedAt: { lte: now } },
      select: { subject: true, documentEn: kept, documentSv: kept },
    })
    const document = language === 'en' ? terms?.documentEn : terms?.documentSv
    if (!terms || !document || !(await readsTermsOf(terms.subject, actor))) return null
    const file = await fileContent(db(), document.fileId)
    if (file?.sha256 !== document.sha256) throw new Error(`the document of terms ${id} is not what was published`)
    return file
  },
})
