import { publishFiles } from '@/lib/delivery/commands/keep-list'
import { receiveAndAdd } from '@/lib/delivery/commands/receive-file'
import { db } from '@/lib/platform/db'
import { approved, world } from '../access/requests'
import { steward } from '../catalogue/stewards'
import { noon } from '../identity/people'

export const version = '1.0.0'

export async function* parts(...texts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}

/** A file of these words on the list of a dataset's first version. */
export const added = (slug: string, path: string, ...texts: (string | Uint8Array)[]) =>
  steward().then((ctx) => receiveAndAdd(ctx, { slug, version, path }, parts(...texts)))

/** A dataset with a published list of two files, and who may use it. */
export async function delivered(now = noon) {
  const of = await world()
  const request = await approved(of, now)
  const [slug = ''] = of.slugs
  const table = await added(slug, 'tables/a.csv', 'a,b\n', '1,2\n')
  const image = await added(slug, 'images/1.dcm', 'not really')
  await publishFiles(await steward(), { slug, version })
  const grant = await db().accessGrant.findFirstOrThrow({ where: { requestId: request } })
  return { ...of, slug, request, grant: grant.id, table, image }
}
