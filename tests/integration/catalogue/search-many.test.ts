import { beforeAll, expect, test } from 'vitest'
import { searchCatalogue } from '@/lib/catalogue/queries/search-catalogue'
import { pool } from '@/lib/platform/db'
import { visitor } from './catalogue'

const many = 30_000

// Entries straight into the projection: 30 000 of which two in three are CT and one in three hundred says "seldom". One in ten says
// "fairly", half of these in the title; one in a hundred says "partly", a tenth of these in the title.
beforeAll(async () => {
  await pool().query(`
    INSERT INTO dataset (id, slug, doi, state, state_at, created_at, updated_at)
      SELECT md5(n::text)::uuid, 'n' || n, '10.23698/aida/n' || n, 'draft', now(), now(), now() FROM generate_series(1, ${many}) n;
    INSERT INTO search_set (marks, labels) VALUES ('{modality=CT,subject=radiology,annotated=yes}', '{CT,Radiology,yes}'),
      ('{modality=MR,subject=radiology,annotated=no}', '{MR,Radiology,no}'), ('{organ=lung}', '{Lung}'),
      ('{year=2020,status=completed}', '{2020,completed}'), ('{licence=aida,size=under-10gb,age=adults}', '{aida,under-10gb,adults}');
    INSERT INTO search_entry (lot, kind, organ, time, terms, published, bytes, scans, annotations, title, dataset_id, tsv)
      SELECT hashtextextended(md5(n::text), 7) & 1023, CASE WHEN n % 3 = 0 THEN 2 ELSE 1 END, 3, 4, 5, n, 1, 1, 1, 't' || n, md5(n::text)::uuid,
        setweight(to_tsvector('catalogue', 'often' || CASE WHEN n % 300 = 0 THEN ' seldom' ELSE '' END ||
          CASE WHEN n % 20 = 0 THEN ' fairly' ELSE '' END || CASE WHEN n % 1000 = 0 THEN ' partly' ELSE '' END), 'A') ||
        setweight(to_tsvector('catalogue', CASE WHEN n % 10 = 0 THEN ' fairly' ELSE '' END || CASE WHEN n % 100 = 0 THEN ' partly' ELSE '' END), 'C') ||
        array_to_tsvector(ARRAY['all=', 'organ=lung', CASE WHEN n % 3 = 0 THEN 'modality=MR' ELSE 'modality=CT' END])
      FROM generate_series(1, ${many}) n;
    INSERT INTO search_card SELECT id, json_build_object('slug', 'n' || published), '{}' FROM search_entry;
  `)
}, 120_000)

const count = (
  answer: { facets: { name: string; values: { value: string; count: number }[] }[] },
  facet: string,
  value: string,
) => answer.facets.find(({ name }) => name === facet)?.values.find((one) => one.value === value)?.count ?? 0

test('a common word is counted about, near the truth, and its facets too', async () => {
  const answer = await searchCatalogue(visitor(), { q: 'often' })
  expect(answer.total.relation).toBe('about')
  expect(Math.abs(answer.total.value - many) / many).toBeLessThan(0.1)
  expect(Math.abs(count(answer, 'modality', 'CT') - (many * 2) / 3) / many).toBeLessThan(0.1)
  expect(answer.items[0]?.slug).toBe(`n${many}`)
})

test('a rare word among many is counted exactly, beside what was not chosen', async () => {
  const answer = await searchCatalogue(visitor(), { q: 'often seldom', modality: 'MR' })
  expect(answer.total).toEqual({ value: many / 300, relation: 'exact' })
  expect(count(answer, 'modality', 'MR')).toBe(many / 300)
  expect((await searchCatalogue(visitor(), { q: 'seldom', modality: 'CT' })).total.value).toBe(0)
})

test('a middling word is counted exactly, each facet with picks beside its own', async () => {
  const answer = await searchCatalogue(visitor(), { q: 'fairly', modality: 'MR', organ: 'lung' })
  expect(answer.total).toEqual({ value: 1000, relation: 'exact' })
  expect([count(answer, 'modality', 'MR'), count(answer, 'modality', 'CT')]).toEqual([1000, 2000])
  expect([count(answer, 'organ', 'lung'), count(answer, 'annotated', 'no')]).toEqual([1000, 1000])
  const all = await searchCatalogue(visitor(), { q: 'fairly' })
  expect(all.total).toEqual({ value: 3000, relation: 'exact' })
  expect([count(all, 'modality', 'MR'), count(all, 'modality', 'CT'), count(all, 'year', '2020')]).toEqual([
    1000, 2000, 3000,
  ])
})

test.each([
  ['fairly', 20, 1500, 3000],
  ['partly', 1000, 30, 300],
])('%s by relevance: who has it in the title first, then all others, each once', async (q, every, titled, all) => {
  const seen: number[] = []
  let cursor: string | undefined
  do {
    const answer = await searchCatalogue(visitor(), { q, limit: 50, cursor })
    seen.push(...answer.items.map(({ slug }) => Number(slug.slice(1))))
    cursor = answer.nextCursor ?? undefined
  } while (cursor)
  expect([seen.length, new Set(seen).size]).toEqual([all, all])
  expect(seen.slice(0, titled).every((n) => n % every === 0)).toBe(true)
  expect(seen.slice(titled).every((n) => n % every !== 0)).toBe(true)
})

test.each(['relevance', 'newest', 'oldest', 'title'])(
  'pages of a common word by %s repeat nothing and leave nothing out',
  async (sort) => {
    const seen: string[] = []
    let cursor: string | undefined
    for (let page = 0; page < 8; page += 1) {
      const answer = await searchCatalogue(visitor(), { q: 'often', sort, limit: 30, cursor })
      seen.push(...answer.items.map(({ slug }) => slug))
      cursor = answer.nextCursor ?? undefined
    }
    expect(new Set(seen).size).toBe(240)
    const first = sort === 'oldest' ? 1 : many - 239
    if (sort !== 'title') expect(seen.map((slug) => Number(slug.slice(1))).sort((a, b) => a - b)[0]).toBe(first)
  },
)

test('matches that lie deep in the order are still all found', async () => {
  const { rows } = await pool().query(
    "UPDATE search_entry SET tsv = tsv || 'deep'::tsvector WHERE published <= 15000 RETURNING id",
  )
  expect(rows).toHaveLength(15_000)
  await pool().query("SELECT cache_advance('catalogue')")
  const answer = await searchCatalogue(visitor(), { q: 'deep', sort: 'newest', limit: 3 })
  expect(answer.items.map(({ slug }) => slug)).toEqual(['n15000', 'n14999', 'n14998'])
})
