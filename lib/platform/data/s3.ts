import 'server-only'
import { AwsClient } from 'aws4fetch'
import type { Bucket } from '../storage/s3'
import { checkedData, type DataDriver, inParts, isDataKey, uploadsFolder } from './driver'

// S3 demands at least 5 MiB of each part but the last, and takes 10 000 parts: files up to 160 GB may be uploaded through here.
const partSize = 16 << 20
const patience = 60_000

type Ask = (method: string, address: string, rest?: RequestInit) => Promise<Response>

/** Asks, and waits so long for the head of the answer; its body may take what it takes. */
function asking({ endpoint, bucket, ...credentials }: Bucket): Ask {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 2 })
  return async (method, address, rest = {}) => {
    const giving = new AbortController()
    const timer = setTimeout(() => giving.abort(new Error('the object store did not answer in time')), patience)
    const url = `${endpoint.replace(/\/+$/, '')}/${bucket}/${address}`
    const answer = await client
      .fetch(url, { method, signal: giving.signal, ...rest })
      .finally(() => clearTimeout(timer))
    if (answer.ok || (answer.status === 404 && ['GET', 'HEAD', 'DELETE'].includes(method))) return answer
    await answer.body?.cancel()
    throw new Error(`the object store answered ${method} with ${answer.status}`)
  }
}

const tagIn = (xml: string, name: string): string => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1] ?? ''

const escaped = (text: string): string => text.replace(/&(?!\w+;)/g, '&amp;').replace(/"/g, '&quot;')

/** A multipart upload (CreateMultipartUpload … CompleteMultipartUpload): one part in memory at a time. */
async function write(ask: Ask, key: string, parts: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> {
  const upload = tagIn(await (await ask('POST', `${key}?uploads=`)).text(), 'UploadId')
  const id = encodeURIComponent(upload)
  const tags: string[] = []
  try {
    for await (const body of inParts(parts, partSize)) {
      const answer = await ask('PUT', `${key}?partNumber=${tags.length + 1}&uploadId=${id}`, { body })
      await answer.body?.cancel()
      tags.push(answer.headers.get('etag') ?? '')
    }
    const listed = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${escaped(tag)}</ETag></Part>`)
    const body = `<CompleteMultipartUpload>${listed.join('')}</CompleteMultipartUpload>`
    const said = await (await ask('POST', `${key}?uploadId=${id}`, { body })).text()
    // S3 may say 200 and fail after all (API reference, CompleteMultipartUpload).
    if (said.includes('<Error>'))
      throw new Error(`the object store did not complete the upload: ${tagIn(said, 'Code')}`)
  } catch (error) {
    await ask('DELETE', `${key}?uploadId=${id}`).catch(() => {})
    throw error
  }
}

/** Keys of the bucket, a thousand at a time (ListObjects, whose marker is a key), each time from behind the last one: what is erased on the way moves nothing. */
async function* uploads(ask: Ask): AsyncGenerator<string> {
  for (let last = ''; ; ) {
    const wish = { prefix: `${uploadsFolder}/`, ...(last && { marker: last }) }
    const xml = await (await ask('GET', `?${new URLSearchParams(wish)}`)).text()
    const keys = [...xml.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key)
    for (const key of keys) if (isDataKey(key)) yield key
    const behind = keys.at(-1)
    if (tagIn(xml, 'IsTruncated') !== 'true' || !behind) return
    last = behind
  }
}

/** Files of datasets in a bucket that speaks S3. */
export function s3Data(bucket: Bucket): DataDriver {
  const ask = asking(bucket)
  return {
    write: (key, parts) => write(ask, checkedData(key), parts),
    async size(key) {
      const answer = await ask('HEAD', checkedData(key))
      return answer.ok ? Number(answer.headers.get('content-length')) : null
    },
    async *read(key, { first, last }) {
      const answer = await ask('GET', checkedData(key), { headers: { range: `bytes=${first}-${last}` } })
      if (answer.status !== 206 || !answer.body)
        throw new Error(`the object store answered a range with ${answer.status}`)
      for await (const part of answer.body) yield part
    },
    async remove(key) {
      await (await ask('DELETE', checkedData(key))).body?.cancel()
    },
    uploads: () => uploads(ask),
  }
}
