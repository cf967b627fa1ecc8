import 'server-only'
import { query } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { DataPlace } from '@/lib/platform/data-storage'
import { db } from '@/lib/platform/db'
import { isRefusal, Refused } from '@/lib/platform/refusal'
import { mayFetch } from '../policy'
import { judgeFetch } from '../rules/fetching'
import { FetchFile } from '../schema/links'
import { fileByLink } from '../store/verdicts'

/** What a file is and where its content lies, to whom it may be sent by this link at this moment. Refuses as delivery.begin-download does. */
export const fileToSend = query({
  name: 'delivery.file-by-link',
  input: FetchFile,
  scope: ({ actor }) => {
    const permission = mayFetch(actor)
    return permission === true ? { actor } : permission
  },
  read: async ({ actor }, input, { now }) => {
    const found = await fileByLink(db(), input, { actor, now })
    if (!found) return null
    const entitled = judgeFetch({ ...found, slug: found.dataset.slug }, now)
    if (isRefusal(entitled)) throw new Refused(entitled)
    const { id, path, size, type, sha256, storage, key } = found.file
    return { id, path, size: Number(size), type, sha256, place: { storage, key } as DataPlace, link: input.link }
  },
})

export type FileToSend = Awaited<ReturnType<typeof fileToSend>>

/** Whether a file may still be sent: asked anew while a long one is under way. */
export async function isStillSent(ctx: Context, { id, link }: FileToSend, now: Date): Promise<boolean> {
  if (!isPerson(ctx.actor)) return false
  const found = await fileByLink(db(), { file: id, link }, { actor: ctx.actor, now })
  // A link that ends meanwhile lets what it began go on; who loses the right loses the file.
  return found?.verdict.may === true
}
