import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { mayPublishTerms } from '../policy/requests'

type Shown = 'published' | 'withdrawn' | 'draft' | 'hidden'

/** Every version, the newest of a subject first; those of datasets in other states than these are left out. */
async function termsOf(states: readonly Shown[] | null, now: Date) {
  const rows = await db().accessTerms.findMany({
    where: { publishedAt: { lte: now } },
    orderBy: [{ subject: 'asc' }, { version: 'desc' }],
    omit: { publishedBy: true },
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
