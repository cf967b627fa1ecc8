import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { relaxSearch, searchCatalogue } from '@/lib/catalogue/queries/search-catalogue'
import { suggest } from '@/lib/catalogue/queries/suggest'
import { parseSearch } from '@/lib/catalogue/rules/search/state'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import { facetNames, sortOrders } from '@/lib/catalogue/schema/search'
import { aRecord, moveTo, publish, type State, visitor, vocabulary } from './catalogue'
import { expectedFacets, expectedHits, inOrder } from './oracle'

type Kept = { id: string; record: DatasetRecord; state: State }
const kept: Kept[] = []
const published = () => kept.filter(({ state }) => state === 'published').map(({ record }) => record)

beforeAll(async () => {
  const records = fc.sample(aRecord, { numRuns: 45, seed: 20261123 })
  for (const [at, chosen] of records.entries()) {
    const record = { ...chosen, slug: `set${at}`, title: `${chosen.title} only${at}` }
    kept.push({ id: await publish(record), record, state: 'published' })
  }
})

const term = fc.oneof(
  fc.constantFrom(...vocabulary),
  fc.constantFrom(...vocabulary).map((word) => `-${word}`),
  fc.constantFrom('kn*', 'tu*', 'sc*', '-bo*'),
  fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom(...vocabulary)).map(([a, b]) => `"${a} ${b}"`),
  fc.constantFrom(
    'modality:ct',
    '-modality:mr',
    'organ:lym',
    'author:sjoblom',
    'author:Schilch',
    '-keyword:cancer',
    'year:2019..2020',
  ),
  fc.constantFrom(
    'status:ongoing',
    'annotated:yes',
    'licence:aida-by',
    'keyword:annotated',
    'title:knee',
    'subject:radio',
    'slug:set3',
  ),
)
const facets = {
  modality: ['CT', 'MR', 'SM', 'US'],
  organ: ['lung', 'knee', 'lymph-node', 'skin'],
  subject: ['radiology', 'pathology'],
  annotated: ['yes', 'no'],
  licence: ['aida', 'aida-by'],
  status: ['completed', 'ongoing'],
  year: ['2019', '2020', '2021'],
  size: ['under-10gb', 'over-1tb', 'not-stated'],
  age: ['children', 'adults', 'not-stated'],
} satisfies Record<(typeof facetNames)[number], string[]>
const picks = fc
  .uniqueArray(fc.constantFrom(...facetNames), { maxLength: 3 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .uniqueArray(fc.constantFrom(...facets[name]), { minLength: 1, maxLength: 2 })
          .map((values) => [name, values] as const),
      ),
    ),
  )
const address = fc.record({
  q: fc.array(term, { maxLength: 3 }).map((terms) => terms.join(' ')),
  picks,
  sort: fc.option(fc.constantFrom(...sortOrders), { nil: undefined }),
  limit: fc.integer({ min: 1, max: 50 }),
})
// What is withdrawn stays so, hence seldom; the last two are kept for the test below.
const change = fc.tuple(
  fc.nat({ max: 42 }),
  fc.oneof(
    { weight: 12, arbitrary: fc.constant<State>('published') },
    { weight: 9, arbitrary: fc.constant<State>('hidden') },
    { weight: 1, arbitrary: fc.constant<State>('withdrawn') },
  ),
)

async function allPages(input: Record<string, unknown>): Promise<string[]> {
  const slugs: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: readonly { slug: string }[]; nextCursor: string | null } = await searchCatalogue(visitor(), {
      ...input,
      cursor: cursor ?? undefined,
    })
    slugs.push(...page.items.map(({ slug }) => slug))
    cursor = page.nextCursor
  } while (cursor !== null)
  return slugs
}

describe('a search, compared with looking through every record', () => {
  test('finds, counts, orders and pages alike, whatever is hidden and shown in between', async () => {
    await fc.assert(
      fc.asyncProperty(change, address, async ([at, state], { q, picks, sort, limit }) => {
        const one = kept[at]
        if (one && one.state !== state && one.state !== 'withdrawn') {
          await moveTo(one.id, state)
          one.state = state
        }
        const input = { ...Object.fromEntries(picks), q, sort, limit }
        const wanted = parseSearch({ ...Object.fromEntries(picks), q, sort })
        const expected = expectedHits(published(), wanted)
        const answer = await searchCatalogue(visitor(), input)
        if (answer.corrected !== null) {
          expect(expected).toEqual([])
          return
        }
        expect(answer.total).toEqual({ value: expected.length, relation: 'exact' })
        const slugs = await allPages(input)
        expect(slugs.toSorted()).toEqual(expected.toSorted())
        expect(inOrder(slugs, published(), answer.ordering)).toBe(true)
        const counts = Object.fromEntries(
          answer.facets.map(({ name, values }) => [
            name,
            Object.fromEntries(values.map(({ value, count }) => [value, count])),
          ]),
        )
        expect(counts).toEqual(expectedFacets(published(), wanted))
        const ways = expected.length === 0 ? await relaxSearch(visitor(), input) : []
        for (const way of ways) expect(way.count).toBe(expectedHits(published(), way.state).length)
      }),
      { numRuns: 150 },
    )
  })
})

describe('what is not public', () => {
  test.each<[State, number]>([
    ['hidden', 43],
    ['withdrawn', 44],
  ])('is in no hit, count, suggestion or correction when %s', async (state, at) => {
    const one = kept[at]
    if (!one) throw new Error('no dataset')
    const [word, slip] = [`only${at}`, `onnly${at}`]
    const find = async (q: string) => {
      const answer = await searchCatalogue(visitor(), { q })
      return answer.corrected === null ? answer.total.value : 0
    }
    const suggested = async (q: string) => (await suggest(visitor(), { q })).items.length
    expect([await find(word), await find(`slug:set${at}`), await suggested(word)]).toEqual([1, 1, 1])
    expect((await searchCatalogue(visitor(), { q: slip })).corrected).toEqual({ from: slip, to: word })
    const before = await find('')
    await moveTo(one.id, state)
    one.state = state
    expect([await find(word), await find(`slug:set${at}`), await suggested(word)]).toEqual([0, 0, 0])
    expect((await searchCatalogue(visitor(), { q: slip })).corrected?.to).not.toBe(word)
    expect(await find('')).toBe(before - 1)
  })
})
