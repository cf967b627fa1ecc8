import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { forgetFile } from '@/lib/platform/storage'

const dayLength = 86_400_000
const shown = { select: { id: true, name: true, size: true, sha256: true } } as const

/** The documents of a version, as whoever reads it is told of them. */
export const withDocuments = { documentEn: shown, documentSv: shown } as const

/** Which of these documents there are, locked so that none is forgotten before a version names it. */
export async function documentsThere(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const wanted = ids.filter((id) => id !== null)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM access_terms_document WHERE id = ANY (${wanted}::uuid[]) ORDER BY id FOR KEY SHARE`
  return new Set(rows.map(({ id }) => id))
}

/** Forgets documents that were added more than a day ago and that no version came to name. */
export async function forgetUnnamed(tx: Tx, ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - dayLength)
  const gone = await tx.$queryRaw<{ file: string }[]>`
    DELETE FROM access_terms_document d WHERE d.added_at < ${before}
      AND NOT EXISTS (SELECT 1 FROM access_terms t WHERE d.id IN (t.document_en_id, t.document_sv_id))
    RETURNING d.file_id AS file`
  for (const { file } of gone) await forgetFile(tx, ctx, file)
}
