import 'server-only'
import type { Context } from '@/lib/platform/context'
import { keepData, newDataPlace } from '@/lib/platform/data-storage'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { withoutPersonalNumbers } from '@/lib/platform/identifiers/personal-numbers-streamed'
import { schedule } from '@/lib/platform/jobs'
import { Refused, refuse } from '@/lib/platform/refusal'
import { roomForFile } from '../queries/kept-lists'
import { addFile } from './add-files'

const dayLength = 86_400_000

/** The most bytes that come in through the portal at once: 4 GB. What is larger is put into the store and registered. */
export const uploadLimit = 4_000_000_000

const namesSomebody = (line: number): never => {
  const message = `delivery.invalid.personal-number?line=${line}`
  throw new Refused(refuse('platform.invalid', { fields: { file: [message] } }))
}

/**
 * Lets the content of a file in, streamed to its store, once it is known that it would be taken; gives what `addFile` takes. Content that
 * is never listed after all is erased a day later. Refuses platform.invalid where it is text that holds a personal number, with the line.
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
  return {
    ...address,
    kept: { id, ...(await keepData(place, withoutPersonalNumbers(source, namesSomebody), uploadLimit)) },
  }
}

/** A file from a form or a seed: received and listed. */
export const receiveAndAdd = async (...[ctx, address, source]: Parameters<typeof receiveFile>) =>
  addFile(ctx, await receiveFile(ctx, address, source))
