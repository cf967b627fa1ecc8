import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import type { RowVerdict } from '../rules/import/judge'
import { ApplyImport } from '../schema/stewardship'
import { stewardScope } from './stewardship'

const pageSize = 20

/** Uploads, applied or not, the newest first, 20 a page; `cursor` is the id that the page before ended with. */
export const recentImports = query({
  name: 'catalogue.recent-imports',
  input: z.object({ cursor: z.uuid().optional() }),
  scope: stewardScope,
  read: async ({ mayWrite }, { cursor = null }) => {
    const rows = await db().$queryRaw<
      {
        id: string
        file: string
        by: string | null
        at: Date
        appliedAt: Date | null
        rows: number
        publishes: boolean
      }[]
    >`
      SELECT i.id, i.file_name AS file, p.name AS by, i.created_at AS at, i.applied_at AS "appliedAt", i.publishes,
        jsonb_array_length(i.rows) AS rows
      FROM import_batch i LEFT JOIN person p ON p.id = i.by_id
      WHERE ${cursor}::uuid IS NULL OR i.id < ${cursor}::uuid ORDER BY i.id DESC LIMIT ${pageSize + 1}`
    const items = rows.slice(0, pageSize)
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null, mayWrite }
  },
})

/** An upload with its verdict on each row, and the slugs that somebody has changed since. */
export const oneImport = query({
  name: 'catalogue.one-import',
  input: ApplyImport,
  scope: stewardScope,
  read: async ({ mayWrite }, { batchId }) => {
    const batch = await db().importBatch.findUnique({ where: { id: batchId } })
    if (batch === null) return null
    // The column holds what insertBatch wrote there, and nothing else writes it.
    const rows = batch.rows as unknown as RowVerdict[]
    const slugs = rows.flatMap(({ slug }) => (slug === null ? [] : [slug]))
    const held = await db().dataset.findMany({ where: { slug: { in: slugs } }, select: { slug: true, revision: true } })
    const revisions = new Map(held.map(({ slug, revision }) => [slug, revision]))
    const moved = rows.filter(({ slug, revision }) => (revisions.get(slug ?? '') ?? 0) !== revision)
    const count = (verdict: RowVerdict['verdict']) => rows.filter((row) => row.verdict === verdict).length
    const counts = {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    }
    const movedOn = batch.appliedAt === null ? moved.flatMap(({ slug }) => slug ?? []) : []
    const applicable =
      batch.appliedAt === null && movedOn.length === 0 && counts.refused === 0 && counts.new + counts.changed > 0
    const { id, fileName, format, publishes, createdAt, appliedAt } = batch
    return {
      id,
      fileName,
      format,
      publishes,
      createdAt,
      appliedAt,
      rows,
      counts,
      movedOn,
      mayApply: mayWrite && applicable,
    }
  },
})

export type OneImport = Awaited<ReturnType<typeof oneImport>>
