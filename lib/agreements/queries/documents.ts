import 'server-only'
import { db } from '@/lib/platform/db'
import { type DocumentState, standingOfDocument } from '../rules/documents'
import type { SignedKind } from '../rules/in-force'
import { listDocuments } from '../store/listed'

type Row = Awaited<ReturnType<typeof listDocuments>>[number]

/** How a document of this project stands now, with everything that its page shows. */
export const listed = (row: Row, institutionName: string, now: Date) => {
  const document = { ...row, kind: row.kind as SignedKind, state: row.state as DocumentState }
  return { ...document, standing: standingOfDocument(document, institutionName, now) }
}

export type ListedDocument = ReturnType<typeof listed>

const most = 100

/** The documents of a project, the newest first. */
export async function documentsOf(
  project: { id: string; institutionName: string },
  now: Date,
): Promise<ListedDocument[]> {
  const rows = await listDocuments(db(), { projectId: project.id }, most)
  return rows.map((row) => listed(row, project.institutionName, now))
}
