import 'server-only'
import { type Refusal, refuse } from './refusal'

/** Sends one event to whoever reads the stream. */
export type Send = (event: string, data: string) => void
type Stream = { readonly of: string; readonly end: () => void }

const held = globalThis as typeof globalThis & { portalStreams?: Set<Stream>; portalDraining?: boolean }
const streams = (): Set<Stream> => {
  held.portalStreams ??= new Set()
  return held.portalStreams
}

const BEAT_MS = 20_000
/** A stream ends after this and is asked for again, so that who lost the right to it loses the stream. */
const LIFE_MS = 600_000
/** How much may wait for a reader who does not read before the stream is given up, in events. */
const PATIENCE = 200
const perReader = 20
const perProcess = 2000

// no-transform: a proxy, or Next's own compression, would hold back what it packs.
const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** Why this reader can be given no further stream by this process now; null: they can. */
export function noStreamFor(reader: string): Refusal | null {
  if (held.portalDraining || streams().size >= perProcess) return refuse('platform.unavailable')
  const theirs = [...streams()].filter(({ of }) => of === reader)
  return theirs.length >= perReader ? refuse('platform.too-many', { retryAfter: 60 }) : null
}

/** How many streams this process has open. */
export const openStreams = (): number => streams().size

/** Ends every stream of this process: a server that closes waits for none of them. */
export function endStreams(): void {
  for (const { end } of streams()) end()
}

const encoder = new TextEncoder()
const lasting = () => LIFE_MS * (1 + Math.random() / 5)

type Opening = { readonly reader: string; readonly start: (send: Send) => () => void }

/** Opens a stream on `controller`; gives what ends it, which may be called more than once. */
function open({ reader, start }: Opening, controller: ReadableStreamDefaultController<Uint8Array>): () => void {
  let stop = () => {}
  const write = (text: string): void => {
    if (!streams().has(stream)) return
    if ((controller.desiredSize ?? 0) < -PATIENCE) stream.end()
    else controller.enqueue(encoder.encode(text))
  }
  const beat = setInterval(() => write(':\n\n'), BEAT_MS)
  const life = setTimeout(() => stream.end(), lasting())
  const stream: Stream = {
    of: reader,
    end: () => {
      if (!streams().delete(stream)) return
      clearInterval(beat)
      clearTimeout(life)
      stop()
      try {
        controller.close()
      } catch {} // the reader went first
    },
  }
  streams().add(stream)
  write('retry: 2000\n\n')
  stop = start((event, data) => write(`event: ${event}\ndata: ${data}\n\n`))
  return stream.end
}

/**
 * The answer that stays open (server-sent events): `start` is given the means to send, and gives what ends it. It ends with the
 * request, with the process, after ten minutes, and where its reader has stopped reading.
 */
export function eventStream(reader: string, signal: AbortSignal, start: Opening['start']): Response {
  let end = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        end = open({ reader, start }, controller)
        signal.addEventListener('abort', end, { once: true })
        if (signal.aborted) end()
      },
      cancel: () => end(),
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { headers: streamHeaders })
}
