import 'server-only'
import { Refused, refuse } from '@/lib/platform/refusal'

/** The most bytes that the body of a REST request may have. */
export const maximumBody = 10 * 1024 * 1024

const malformed = () => new Refused(refuse('platform.malformed'))

/** The bytes of a body, read no further than the limit: what comes after it is never held. */
async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > maximumBody) {
      await reader.cancel()
      throw new Refused(refuse('platform.too-large', { limit: maximumBody }))
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts)
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw malformed()
  }
}

/**
 * The JSON object that a request carries; an empty body is an empty object. Of a content type among `uploads` it is the bytes
 * as they came, as `upload`. Refuses: platform.too-large (413), platform.not-json (415) for another content type,
 * platform.malformed (400) for what is no JSON object in UTF-8 (RFC 8259).
 */
export async function bodyOf(
  request: Pick<Request, 'body'> & { headers: Pick<Headers, 'get'> },
  uploads: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const bytes = request.body ? await bytesOf(request.body) : new Uint8Array()
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';', 1)
  if (uploads.includes(type.trim().toLowerCase())) return { upload: bytes }
  if (bytes.byteLength === 0) return {}
  if (!/^application\/(json|[\w.+-]+\+json)$/i.test(type.trim()))
    throw new Refused(refuse('platform.not-json', { status: 415 }))
  const body = parse(bytes)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  throw malformed()
}
