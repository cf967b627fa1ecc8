import { Feed } from 'feed'
import { publicContext } from '@/app/public-context'
import { searchFeed } from '@/lib/catalogue/queries/saved-searches'
import { doiOf } from '@/lib/catalogue/schema/record'
import { env } from '@/lib/platform/env'
import { Refused } from '@/lib/platform/refusal'

type Props = { params: Promise<{ secret: string }> }
type Found = Awaited<ReturnType<typeof searchFeed>>

// What XML 1.0 cannot hold (§2.2); the feed's writer escapes the rest.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const written = (text: string): string => text.toWellFormed().replace(unwritable, '')

/** The saved search as an Atom feed (RFC 4287): one entry a version, whose id never changes. */
function atomOf({ id, name, query, items, createdAt }: Found, address: string): string {
  const origin = env().PORTAL_ORIGIN
  const days = items.map(({ published }) => new Date(published))
  const feed = new Feed({
    id: `urn:uuid:${id}`,
    title: written(name),
    link: `${origin}/datasets?${query}`,
    feedLinks: { atom: address },
    updated: days.reduce((latest, day) => (day > latest ? day : latest), createdAt),
    author: { name: 'AIDA Data Hub' },
    generator: 'AIDA Data Hub',
    copyright: 'AIDA Data Hub',
  })
  for (const { slug, title, abstract, version, published } of items) {
    feed.addItem({
      id: `https://doi.org/${doiOf(slug)}#${version}`,
      title: written(`${title} ${version}`),
      link: `${origin}/datasets/${slug}`,
      description: written(abstract),
      date: new Date(published),
    })
  }
  return feed.atom1()
}

/** Answers whoever has the secret address; what it holds is public. It is not for crawlers nor for caches on the way. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { secret } = await params
  const headers = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' }
  try {
    const found = await searchFeed(publicContext('en'), { secret })
    const address = env().PORTAL_ORIGIN + new URL(request.url).pathname
    return new Response(atomOf(found, address), {
      headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response('Not found', { status: 404, headers: { ...headers, 'content-type': 'text/plain' } })
  }
}
