import { createHash } from 'node:crypto'
import { publishFiles } from '@/lib/delivery/commands/keep-list'
import { makeLink } from '@/lib/delivery/commands/links'
import { receiveAndAdd } from '@/lib/delivery/commands/receive-file'
import { keepData } from '@/lib/platform/data-storage'
import { newId } from '@/lib/platform/id'
import { datasets } from '../access/requests'
import { steward } from '../catalogue/stewards'
import { granted, now, shared } from './asked-for'
import type { Sample, SampleOf } from './samples'

const version = '1.0.0'
const text = new TextEncoder().encode('a,b')
async function* once(): AsyncGenerator<Uint8Array> {
  yield text
}

const sten = steward()
const listed = async (slug: string) => receiveAndAdd(await sten, { slug, version, path: 'a.csv' }, once())

/** The shared dataset with a published list: made once. */
const delivered = (async () => {
  const [slug = ''] = (await shared).slugs
  const { id } = await listed(slug)
  await publishFiles(await sten, { slug, version })
  return { slug, file: id }
})()

const fresh = async (): Promise<string> => (await datasets())[0] ?? ''
const stewards = (sample: SampleOf['sample']): SampleOf => ({ sample, needsRole: true })
const at = (slug: string, body?: object): Sample => ({ params: { slug, version }, ...(body && { body }) })

/** Right requests for files and their delivery. */
export const deliverySamples: Readonly<Record<string, SampleOf>> = {
  listFiles: { sample: async () => ({ params: { slug: (await delivered).slug } }) },
  readChecksums: { sample: async () => ({ params: { slug: (await delivered).slug } }) },
  makeDownloadLink: {
    sample: async (me) => {
      await granted(me)
      return { params: { slug: (await delivered).slug }, body: { version } }
    },
  },
  readFile: {
    sample: async (me) => {
      await granted(me)
      const { slug, file } = await delivered
      return { params: { file }, query: `link=${(await makeLink(now(me), { slug })).link}` }
    },
  },
  listKeptFiles: stewards(async () => ({ params: { slug: (await delivered).slug } })),
  uploadFile: stewards(async () => ({
    ...at(await fresh()),
    query: 'path=b.csv',
    upload: { type: 'application/octet-stream', bytes: text },
  })),
  registerFile: stewards(async () => {
    const key = `data/samples/${newId()}`
    await keepData({ storage: 'database', key }, once(), 10)
    const sha256 = createHash('sha256').update(text).digest('hex')
    return at(await fresh(), { path: 'c.csv', key, size: text.byteLength, sha256 })
  }),
  copyFiles: stewards(async () => {
    const slug = await fresh()
    await listed(slug)
    return { params: { slug, version: '1.1.0' }, body: { from: version } }
  }),
  publishFiles: stewards(async () => {
    const slug = await fresh()
    await listed(slug)
    return at(slug, { synthetic: true })
  }),
  removeFile: stewards(async () => {
    const slug = await fresh()
    return { params: { slug, version, file: (await listed(slug)).id } }
  }),
}
