import 'server-only'
import type { Context } from '@/lib/platform/context'
import { keepData, newDataPlace } from '@/lib/platform/data-storage'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { schedule } from '@/lib/platform/jobs'
import { roomForFile } from '../queries/kept-lists'
import { addFile } from './add-files'

const dayLength = 86_400_000

/** The most bytes that come in through the portal at once: 4 GB. What is larger is put into the store and registered. */
export const uploadLimit = 4_000_000_000

/**
 * Lets the content of a file in, streamed to its store, once it is known that it would be taken; gives what `addFile` takes. Content that
 * is never listed after all is erased a day later.
 */
export async function receiveFile(
  ctx: Context,
  address: { slug: unknown; version: unknown; path: unknown },
  source: AsyncIterable<Uint8Array>,
) {
  await roomForFile(ctx, address)
  const id = newId()
  const place = newDataPlace(id)
  const at = new Date(ctx.now.getTime() + dayLength)
  await schedule(db(), { task: 'due:erase-unlisted', payload: place, at, key: `erase-unlisted:${place.key}` })
  return { ...address, kept: { id, ...(await keepData(place, source, uploadLimit)) } }
}

/** A file from a form or a seed: received and listed. */
export const receiveAndAdd = async (...[ctx, address, source]: Parameters<typeof receiveFile>) =>
  addFile(ctx, await receiveFile(ctx, address, source))
