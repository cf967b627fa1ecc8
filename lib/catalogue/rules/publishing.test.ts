import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import { readRow } from './import/row'
import {
  type DatasetStanding,
  datasetStates,
  datasetVerbs,
  isPermitted,
  isPublic,
  judgeCreate,
  judgeEdit,
  judgePublish,
  judgeVerb,
  leadsTo,
  missingForPublication,
  publishedOn,
} from './publishing'
import { compareVersions, differences, fieldTexts, mayFollow, nextVersions } from './versions'

const record = readRow(register.datasets[0]).record ?? fail()
const standing = (change: Partial<DatasetStanding> = {}): DatasetStanding => ({
  slug: record.slug,
  state: 'published',
  revision: 4,
  draft: { ...record, version: '1.1' },
  publishedVersions: ['1.0'],
  ...change,
})

describe('the states of a dataset', () => {
  it.each([
    ['draft', 'edit', true],
    ['draft', 'publish', true],
    ['draft', 'hide', false],
    ['draft', 'withdraw', false],
    ['published', 'hide', true],
    ['published', 'show', false],
    ['hidden', 'show', true],
    ['hidden', 'publish', false],
    ['withdrawn', 'edit', false],
    ['withdrawn', 'show', false],
  ] as const)('%s: %s is permitted: %s', (state, verb, permitted) => {
    expect(isPermitted(state, verb)).toBe(permitted)
    expect(judgeVerb(verb, standing({ state }), 4)?.code ?? null).toBe(permitted ? null : 'catalogue.not-in-this-state')
  })

  it('withdrawn-for-good: no way leads out of withdrawn, and every other state is reached and left', () => {
    const reach = (state: (typeof datasetStates)[number]) =>
      datasetVerbs.flatMap((verb) => (isPermitted(state, verb) && leadsTo[verb] ? [leadsTo[verb]] : []))
    expect(reach('withdrawn')).toEqual([])
    expect(new Set(datasetStates.flatMap(reach))).toEqual(new Set(['published', 'hidden', 'withdrawn']))
    expect(datasetStates.filter(isPublic)).toEqual(['published', 'withdrawn'])
  })

  it.each([
    ['a page that is behind', judgeVerb('hide', standing(), 3), 'catalogue.moved-on'],
    ['discarding nothing', judgeVerb('discardDraft', standing({ draft: null }), 4), 'catalogue.no-draft'],
    ['another slug', judgeEdit({ ...record, slug: 'other' }, standing(), 4), 'catalogue.slug-fixed'],
    ['a taken slug', judgeCreate(record, true), 'catalogue.slug-taken'],
    ['publishing nothing', judgePublish(standing({ draft: null }), 4), 'catalogue.no-draft'],
    [
      'a version published before',
      judgePublish(standing({ draft: { ...record, version: '1.0.0' } }), 4),
      'catalogue.version-not-greater',
    ],
    [
      'a dataset without authors',
      judgePublish(standing({ draft: { ...record, version: '2.0', authors: [] } }), 4),
      'catalogue.incomplete',
    ],
    ['a behind page that edits', judgeEdit(record, standing(), 5), 'catalogue.moved-on'],
  ])('refuses %s', (_, refusal, code) => {
    expect(refusal?.code).toBe(code)
  })

  it('permits what is right', () => {
    expect([judgeEdit(record, standing(), 4), judgePublish(standing(), 4), judgeCreate(record, false)]).toEqual([
      null,
      null,
      null,
    ])
    expect(missingForPublication({ ...record, licences: ['aida'] })).toEqual(['licences'])
    expect(missingForPublication({ ...record, licences: [], organs: [] })).toEqual(['organs', 'licences'])
  })

  it('dates what had no date', () => {
    const undated = { ...record, datePublished: null, dateModified: null }
    expect(publishedOn(undated, '2026-01-02')).toMatchObject({
      datePublished: '2026-01-02',
      dateModified: '2026-01-02',
    })
    expect(publishedOn(record, '2026-01-02')).toEqual(record)
  })
})

const version = fc.array(fc.nat(30), { minLength: 2, maxLength: 3 }).map((numbers) => numbers.join('.'))

describe('versions', () => {
  it.each([
    ['1.0', '1.0.0', 0],
    ['1.10.0', '1.9.0', 1],
    ['2.0', '10.0', -1],
    ['1.0.1', '1.0', 1],
  ])('%s against %s', (a, b, order) => {
    expect(Math.sign(compareVersions(a, b))).toBe(order)
  })

  it('total-order: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0)
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('next-is-greater: every version offered may follow, in rising order', () => {
    fc.assert(
      fc.property(version, (current) => {
        const { patch, minor, major } = nextVersions(current)
        expect([patch, minor, major].every((next) => mayFollow(next, [current]))).toBe(true)
        expect(mayFollow(minor, [patch]) && mayFollow(major, [minor])).toBe(true)
        expect(mayFollow(current, [current])).toBe(false)
      }),
    )
  })

  it('tells what changed, field by field', () => {
    const after = {
      ...record,
      title: 'New',
      stain: 'H&E',
      keywords: [...record.keywords.slice(1), 'Hip'],
      authors: [...record.authors].reverse(),
    }
    expect(differences(record, after)).toEqual([
      { field: 'title', before: record.title, after: 'New', added: [], removed: [] },
      { field: 'keywords', before: null, after: null, added: ['Hip'], removed: ['Radiology'] },
      { field: 'authors', before: null, after: null, added: [], removed: [] },
      { field: 'stain', before: null, after: 'H&E', added: [], removed: [] },
    ])
  })

  it('none-iff-equal: over the register, records differ in nothing exactly when they are the same', () => {
    const records = register.datasets.map((raw) => readRow(raw).record ?? fail())
    const any = fc.constantFrom(...records)
    fc.assert(
      fc.property(any, any, (a, b) => {
        const difference = differences(a, b)
        expect(difference.length === 0).toBe(a.slug === b.slug)
        expect(differences(b, a).map(({ field }) => field)).toEqual(difference.map(({ field }) => field))
      }),
    )
  })

  it('writes each kind of value as people read it', () => {
    expect(fieldTexts(record, 'organs')).toEqual(['Femur (71341001, UBERON:0000981)'])
    expect(fieldTexts(record, 'authors')[0]).toBe('Jörg Schilcher (0000-0003-0677-9265)')
    expect(fieldTexts(record, 'copyrightHolders')[0]).toBe('Linköping University, Organization, https://liu.se/')
    expect(fieldTexts(record, 'stain')).toEqual([])
    expect(fieldTexts(record, 'bytes')).toEqual(['3881258996'])
  })
})

function fail(): never {
  throw new Error('The register cannot be read.')
}
