import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { dataStores } from '@/lib/platform/data/drivers'
import { type DataPlace, eraseData, hashData, uploadedData } from '@/lib/platform/data-storage'
import { db } from '@/lib/platform/db'
import { prepared } from '@/lib/platform/prepared'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayBeForgotten } from '../rules/forgotten'
import { VerifyFile } from '../schema/files'
import { fileColumns, listedAmong, listingsOf, markChecked } from '../store/files'

const settle = command({
  name: 'delivery.verify-file',
  input: VerifyFile.extend({ found: z.string().optional() }),
  load: async (tx, { file: id }) => {
    await tx.$queryRaw`SELECT 1 FROM dataset_file WHERE id = ${id}::uuid FOR UPDATE`
    const select = { ...fileColumns, list: { select: { datasetId: true, version: true } } } as const
    const file = await tx.datasetFile.findUnique({ where: { id }, select })
    const dataset =
      file && (await tx.dataset.findUniqueOrThrow({ where: { id: file.list.datasetId }, select: { slug: true } }))
    return file && dataset && { file, slug: dataset.slug }
  },
  authorize: ({ actor }) => actor.kind === 'system',
  decide: (_, { file, slug }, { found }) => {
    if (found === undefined) return refuse('delivery.checked-already')
    if (file.checked !== 'declared') return refuse('delivery.checked-already')
    const outcome = found === file.sha256 ? ('verified' as const) : ('differs' as const)
    const { datasetId, version } = file.list
    return { ...happened.fileVerified(datasetId, { slug, version, file: file.id, outcome }), outcome }
  },
  apply: async (tx, { outcome }, { file }) => {
    await markChecked(tx, file.id, outcome)
    return { outcome }
  },
})

/** Reads a registered file through, before any row is held, and notes whether it is what was declared. For the clock. Refuses: delivery.checked-already. */
export const verifyFile = prepared(settle, async ({ file: id }: { file: string }) => {
  const select = { storage: true, key: true, size: true, checked: true } as const
  const file = await db().datasetFile.findUnique({ where: { id }, select })
  if (file?.checked !== 'declared') return {}
  return { found: await hashData(file as unknown as DataPlace, Number(file.size)) }
})

/** Erases content that no list names: what was removed, or came in and was never listed. For the clock. */
export async function eraseUnlisted(place: DataPlace): Promise<void> {
  if ((await listingsOf(db(), place)) === 0) await eraseData(place)
}

const batchSize = 500

/** Erases those of a store's keys that no list names. */
async function eraseOf(storage: DataPlace['storage'], keys: readonly string[]): Promise<number> {
  const listed = await listedAmong(db(), storage, keys)
  const forgotten = keys.filter((key) => !listed.has(key))
  for (const key of forgotten) await eraseUnlisted({ storage, key })
  return forgotten.length
}

/**
 * Goes through every store and erases what came in through the portal more than two days ago and no list names: such as the files of a
 * draft that was thrown away with its dataset. Gives how much was erased. For the clock.
 */
export async function eraseForgotten(now: Date): Promise<number> {
  let erased = 0
  for (const storage of dataStores()) {
    let keys: string[] = []
    for await (const key of uploadedData(storage)) {
      if (mayBeForgotten(key, now)) keys.push(key)
      if (keys.length < batchSize) continue
      erased += await eraseOf(storage, keys)
      keys = []
    }
    erased += await eraseOf(storage, keys)
  }
  return erased
}
