import { expect, test } from 'vitest'
import { atomOf, type Found } from './atom'

const item = {
  slug: 'ctpa',
  title: 'Lungs',
  abstract: 'Of chests',
  version: '1.0',
  cameOut: new Date('2026-02-03'),
}
const found: Found = { id: 'f', name: 'CT', query: 'q=a&sort=size', createdAt: new Date('2026-01-01'), items: [item] }
const feed = (change: Partial<typeof item>) =>
  atomOf({ ...found, items: [{ ...item, ...change }] }, 'https://hub.example', '/feeds/secret')

test('an entry has the id of its version and the day on which it came out, which is also the day of the feed', () => {
  const atom = feed({})
  expect(atom).toContain('<id>https://doi.org/10.23698/aida/ctpa#1.0</id>')
  expect(atom.match(/<updated>[^<]*/g)).toEqual(Array(2).fill('<updated>2026-02-03T00:00:00.000Z'))
  expect(atom).toContain('<link rel="self" href="https://hub.example/feeds/secret"/>')
})

test('what no entry shows yet is dated by the search itself', () => {
  expect(atomOf({ ...found, items: [] }, 'https://hub.example', '/')).toContain('<updated>2026-01-01T00:00:00.000Z')
})

test('text stays text where a reader shows HTML, and what XML cannot hold is left out', () => {
  const atom = feed({ title: 'p < 0.05 & <b>bold</b>', abstract: ']]>\u0001' })
  expect(atom).toContain('<![CDATA[p &lt; 0.05 &amp; &lt;b&gt;bold&lt;/b&gt; 1.0]]>')
  expect(atom).toContain('<![CDATA[]]&gt;]]>')
})
