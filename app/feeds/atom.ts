import { Feed } from 'feed'
import { doiOf } from '@/lib/catalogue/schema/record'

// What XML 1.0 cannot hold (§2.2). The writer escapes the rest of what is text; titles and summaries of entries it writes as HTML.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const written = (text: string): string => text.toWellFormed().replace(unwritable, '')
const html = (text: string): string =>
  written(text).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;')

export interface Found {
  id: string
  name: string
  /** As it stands in an address. */
  query: string
  createdAt: Date
  /** The newest version of each dataset found, and when it came out here, whatever dates its record states. */
  items: readonly { slug: string; title: string; abstract: string; version: string; cameOut: Date }[]
}

/** The saved search as an Atom feed (RFC 4287): one entry a version, whose id never changes. */
export function atomOf({ id, name, query, items, createdAt }: Found, origin: string, path: string): string {
  const feed = new Feed({
    id: `urn:uuid:${id}`,
    title: written(name),
    link: `${origin}/datasets?${query}`,
    feedLinks: { atom: origin + path },
    updated: new Date(Math.max(Number(createdAt), ...items.map(({ cameOut }) => Number(cameOut)))),
    author: { name: 'AIDA Data Hub' },
    generator: 'AIDA Data Hub',
    copyright: 'AIDA Data Hub',
  })
  for (const { slug, title, abstract, version, cameOut } of items) {
    feed.addItem({
      id: `https://doi.org/${doiOf(slug)}#${version}`,
      title: html(`${title} ${version}`),
      link: `${origin}/datasets/${slug}`,
      description: html(abstract),
      date: cameOut,
    })
  }
  return feed.atom1()
}
