import type { Tx } from '@/lib/platform/db'
import { owedTerms, subjectsFor, type TermsVersion, termsToCome } from '../rules/terms'

/** Every published version of these subjects' terms, without its words. */
export const termsOf = (tx: Tx, subjects: readonly string[]): Promise<TermsVersion[]> =>
  tx.accessTerms.findMany({
    where: { subject: { in: [...new Set(subjects)] } },
    select: { id: true, subject: true, version: true, bindsFrom: true },
    orderBy: [{ subject: 'asc' }, { version: 'asc' }],
  })

/** Which versions a person has accepted. */
export async function acceptedTerms(tx: Tx, personId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.accessAcceptance.findMany({ where: { personId }, select: { termsId: true } })
  return new Set(rows.map(({ termsId }) => termsId))
}

/** The terms that a handler demands for a request besides those of its datasets. */
export const extraSubjects = async (tx: Tx, requestId: string): Promise<string[]> =>
  (await tx.accessRequestTerms.findMany({ where: { requestId }, select: { subject: true } })).map(
    ({ subject }) => subject,
  )

/** The subjects whose terms these datasets of a request demand. */
export async function subjectsOf(tx: Tx, requestId: string, datasetIds: readonly string[]): Promise<string[]> {
  const extra = await extraSubjects(tx, requestId)
  return [...new Set(datasetIds.flatMap((id) => subjectsFor(id, extra)))]
}

type Needing = { readonly requestId: string; readonly datasetIds: readonly string[] }

/** What a person is to accept for these datasets of a request: what binds already, and what will, so that they can accept it in time. */
export async function termsFor(tx: Tx, personId: string, { requestId, datasetIds }: Needing, now: Date) {
  const subjects = await subjectsOf(tx, requestId, datasetIds)
  const [all, accepted] = [await termsOf(tx, subjects), await acceptedTerms(tx, personId)]
  return { owed: owedTerms(all, subjects, accepted, now), toCome: termsToCome(all, subjects, accepted, now) }
}
