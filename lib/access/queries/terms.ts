import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'

/** The terms of access that were published, in every version: the standard ones, those of datasets, and those that handlers add. */
export const accessTerms = query({
  name: 'access.terms',
  input: z.object({}),
  scope: () => 'public' as const,
  read: async (_, __, { now }) => {
    const rows = await db().accessTerms.findMany({
      where: { publishedAt: { lte: now } },
      orderBy: [{ subject: 'asc' }, { version: 'desc' }],
      omit: { publishedBy: true },
    })
    // Terms of a dataset that the public does not see are not told.
    const shown = await db().dataset.findMany({
      where: {
        id: { in: rows.map(({ subject }) => subject).filter((one) => /^[0-9a-f-]{36}$/.test(one)) },
        state: { in: ['published', 'withdrawn'] },
      },
      select: { id: true, slug: true },
    })
    const slugOf = new Map(shown.map(({ id, slug }) => [id, slug]))
    return rows.flatMap(({ subject, ...row }) => {
      const named = /^(standard|extra:.+)$/.test(subject) ? subject : slugOf.get(subject)
      return named === undefined ? [] : [{ ...row, subject: named === subject ? subject : `dataset:${named}` }]
    })
  },
})
