import 'server-only'
import { beginDownload, noteBytes } from '@/lib/delivery/commands/links'
import { type FileToSend, isStillSent } from '@/lib/delivery/queries/file-by-link'
import { partFor, tagOf } from '@/lib/delivery/rules/ranges'
import { isStillSignedIn } from '@/lib/identity/session'
import { readClock } from '@/lib/platform/clock'
import { type Context, isPerson } from '@/lib/platform/context'
import { readData } from '@/lib/platform/data-storage'
import { asAttachment } from '@/lib/platform/file-name'
import { log } from '@/lib/platform/log'
import type { Answered } from './answered'
import type { Told } from './operation'

/** How long a file is sent before it is asked again whether it may be, in milliseconds. */
const askEvery = 15_000

type Parts = AsyncIterable<Uint8Array<ArrayBuffer>>

/** Whether who fetches a file is still signed in by what they came with, and may still have it. */
const mayStill = async (file: FileToSend, request: Told, ctx: Context, now: Date): Promise<boolean> =>
  isPerson(ctx.actor) && (await isStillSignedIn(request, ctx.actor, now)) && (await isStillSent(ctx, file, now))

/** The same bytes, broken off once who fetches them may no longer. */
async function* whileAllowed(parts: Parts, file: FileToSend, request: Told, ctx: Context) {
  let asked = ctx.now.getTime()
  for await (const part of parts) {
    const now = readClock()
    if (now.getTime() - asked >= askEvery) {
      if (!(await mayStill(file, request, ctx, now))) throw new Error('the right to the file ended while it was sent')
      asked = now.getTime()
    }
    yield part
  }
}

/** The bytes as a body, no faster than they are read; `ended` is told once how many left. */
function bodyOf(parts: Parts, ended: (bytes: number) => Promise<void>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = parts[Symbol.asyncIterator]()
  let bytes = 0
  let open = true
  const end = async () => {
    if (!open) return
    open = false
    await ended(bytes).catch((error) => log().error({ err: error }, 'the bytes of a download were not counted'))
  }
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await source.next()
          if (done) {
            await end()
            return controller.close()
          }
          bytes += value.byteLength
          controller.enqueue(value)
        } catch (error) {
          await end()
          controller.error(error)
        }
      },
      async cancel() {
        await end()
        await source.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

/** A file by a link: whole, a part of it, or that it is known already (RFC 9110 §13, §14). What sends bytes is counted; what only asks is not. */
export async function sentFile(file: FileToSend, request: Told, ctx: Context): Promise<Answered> {
  const [range, ifRange, ifNoneMatch, ifMatch] = ['range', 'if-range', 'if-none-match', 'if-match'].map((name) =>
    request.headers.get(name),
  )
  const said = {
    range: range ?? null,
    ifRange: ifRange ?? null,
    ifNoneMatch: ifNoneMatch ?? null,
    ifMatch: ifMatch ?? null,
  }
  // A Range is for what is fetched (RFC 9110 §14.2).
  const part = partFor(request.method === 'HEAD' ? { ...said, range: null } : said, file.size, file.sha256)
  const headers: Record<string, string> = {
    'x-request-id': ctx.requestId,
    etag: tagOf(file.sha256),
    'accept-ranges': 'bytes',
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
    // no-transform: what packs a body on the way would make its ranges and its length wrong.
    'cache-control': 'private, no-store, no-transform',
    vary: 'Cookie, Authorization',
  }
  if (part.status === 416) headers['content-range'] = `bytes */${file.size}`
  if (!('first' in part)) return { status: part.status, headers, body: null }
  headers['content-type'] = file.type
  headers['content-disposition'] = asAttachment(file.path.split('/').at(-1) ?? 'file')
  headers['content-length'] = String(part.last - part.first + 1)
  if (part.status === 206) headers['content-range'] = `bytes ${part.first}-${part.last}/${file.size}`
  if (request.method === 'HEAD') return { status: part.status, headers, body: null }
  const begun = await beginDownload(ctx, { file: file.id, link: file.link })
  const body = bodyOf(whileAllowed(readData(file.place, part), file, request, ctx), (bytes) => noteBytes(begun, bytes))
  return { status: part.status, headers, body }
}
