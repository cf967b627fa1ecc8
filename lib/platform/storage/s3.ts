import 'server-only'
import { AwsClient } from 'aws4fetch'
import { checked, type Driver } from './driver'

export type Bucket = {
  /** With scheme, e.g. https://s3.example.org. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const patience = 30_000

/** Objects in a bucket that speaks S3, addressed by path; each request is signed (AWS Signature Version 4) with the hash of its body. */
export function s3Driver({ endpoint, bucket, ...credentials }: Bucket): Driver {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 2 })
  const address = (key: string) => `${endpoint.replace(/\/+$/, '')}/${bucket}/${checked(key)}`
  const ask = async (method: string, key: string, rest: RequestInit = {}) => {
    const answer = await client.fetch(address(key), { method, signal: AbortSignal.timeout(patience), ...rest })
    if (answer.ok || (answer.status === 404 && method !== 'PUT')) return answer
    await answer.body?.cancel()
    throw new Error(`the object store answered ${method} with ${answer.status}`)
  }
  return {
    async put(key, bytes, { type, sha256 }) {
      const headers = { 'content-type': type, 'x-amz-content-sha256': sha256 }
      await (await ask('PUT', key, { body: bytes, headers })).body?.cancel()
    },
    async get(key) {
      const answer = await ask('GET', key)
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
      await answer.body?.cancel()
      return null
    },
    async remove(key) {
      await (await ask('DELETE', key)).body?.cancel()
    },
  }
}
