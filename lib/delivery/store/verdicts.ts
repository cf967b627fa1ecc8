import { judgeAccess, type Verdict } from '@/lib/access/rules/verdict'
import { accessFacts } from '@/lib/access/store/verdicts'
import type { Context } from '@/lib/platform/context'
import { fingerprint } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { isTheirs } from '../policy'
import { deliverableIn, linkOf } from './links'

/** The live verdict on a person and a dataset. */
export async function verdictOn(
  tx: Tx,
  personId: string,
  dataset: { readonly id: string; readonly state: string },
  now: Date,
): Promise<Verdict> {
  const facts = (await accessFacts(tx, personId, [dataset], now)).get(dataset.id)
  if (!facts) throw new Error('a verdict without facts')
  return judgeAccess(facts, now)
}

/** A file by a link, with the verdict on whose link it is; null to everybody else, and where the link is of another file. */
export async function fileByLink(
  tx: Tx,
  { file: fileId, link: secret }: { file: string; link: string },
  { actor, now }: Pick<Context, 'actor' | 'now'>,
) {
  const link = await linkOf(tx, fingerprint(secret))
  if (!link || !isTheirs(actor, link) || (link.fileId !== null && link.fileId !== fileId)) return null
  const file = await deliverableIn(tx, link.listId, fileId)
  const select = { id: true, slug: true, state: true } as const
  const dataset = file && (await tx.dataset.findUnique({ where: { id: link.list.datasetId }, select }))
  return dataset && { link, file, dataset, verdict: await verdictOn(tx, actor.id, dataset, now) }
}
