import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import { DatasetRecord } from '../../schema/record'
import type { Finding } from './finding'
import { readRow } from './row'

const ctpa = structuredClone(register.datasets.find((one) => one.slug === 'ctpa') ?? register.datasets[0]) as Record<
  string,
  unknown
>
const read = (change: object) => readRow({ ...ctpa, ...change })
const summary = ({ field, kind, fatal, became, why }: Finding) => [field, kind, fatal, became, why]

describe('readRow mends', () => {
  it.each<[string, object, unknown[]]>([
    [
      'a tab behind an ORCID',
      { authors: [{ name: 'A', orcid: '0000-0003-0908-9470\t' }] },
      ['authors.0.orcid', 'mended', false, '0000-0003-0908-9470', 'orcid-form'],
    ],
    [
      'a DOI with its address',
      { doi: 'https://doi.org/10.23698/aida/ctpa' },
      ['doi', 'mended', false, '10.23698/aida/ctpa', 'doi-form'],
    ],
    ['a modality by name', { modality: ['X-ray'] }, ['modalities.0', 'mended', false, 'CR', 'modality-name']],
    [
      'a SNOMED code with its term',
      { organ: [{ name: 'Lung', sctid: '39607008 |Lung structure|' }] },
      ['organs.0.sctid', 'mended', false, '39607008', 'sctid-form'],
    ],
    [
      'a SNOMED code as a number',
      { organ: [{ name: 'Lung', sctid: 39607008 }] },
      ['organs.0.sctid', 'mended', false, '39607008', 'sctid-form'],
    ],
    [
      'a licence by name',
      { licenses: ['Controlled access'] },
      ['licences.0', 'mended', false, 'controlled-access', 'licence-name'],
    ],
    [
      'controlled access, which always goes with a dataset',
      { licenses: ['aida-by'] },
      ['licences', 'mended', false, 'controlled-access', 'licence-added'],
    ],
    [
      'a day that does not exist',
      { dateModified: '2019-04-00' },
      ['dateModified', 'mended', false, '2019-04-08', 'date-impossible'],
    ],
    [
      'a date in another form',
      { dateModified: '2019/4/9' },
      ['dateModified', 'mended', false, '2019-04-09', 'date-form'],
    ],
    [
      'a time stamp',
      { dateModified: '2019-04-09T12:00:00Z' },
      ['dateModified', 'mended', false, '2019-04-09', 'date-form'],
    ],
    [
      'a number with spaces',
      { numberOfAnnotations: '1 283' },
      ['numberOfAnnotations', 'mended', false, '1283', 'number-form'],
    ],
    ['a version with a v', { version: 'v2' }, ['version', 'mended', false, '2.0', 'version-form']],
    ['a status in small letters', { status: 'ongoing' }, ['status', 'mended', false, 'Ongoing', 'choice-name']],
    [
      'an address without https',
      { landingPage: 'www.liu.se/x' },
      ['landingPage', 'mended', false, 'https://www.liu.se/x', 'url-form'],
    ],
    [
      'a country by name',
      { countriesShared: ['Sverige', 'Germany'] },
      ['countriesShared.0', 'mended', false, 'SE', 'country-name'],
    ],
    ['a repeated keyword', { keywords: ['Radiology', 'radiology'] }, ['keywords.1', 'mended', false, '', 'repeated']],
    ['a missing short name', { shortName: '' }, ['shortName', 'mended', false, 'CTPA', 'derived']],
    ['a missing year', { year: null }, ['year', 'mended', false, '2019', 'derived']],
    ['a wrong size in words', { sizeHuman: '4.6 GB' }, ['sizeHuman', 'mended', false, '4.50\u00a0GB', 'differs']],
    ['a wrong group', { inAnnotatedGroup: false }, ['inAnnotatedGroup', 'mended', false, 'true', 'differs']],
    [
      'a wrong total of sharing',
      { externalSharingEvents: { byCountry: { SE: 1 }, total: 2 } },
      ['sharing.total', 'mended', false, '6', 'differs'],
    ],
    ['spaces around a title', { title: ' CT\u00a0 scans ' }, ['title', 'mended', false, 'CT scans', 'spaces']],
  ])('%s', (_, change, expected) => {
    const { record, findings } = read(change)
    expect(findings.list.map(summary)).toContainEqual(expected)
    expect(DatasetRecord.safeParse(record).success).toBe(true)
  })

  it('keeps an address as it came', () => {
    expect(read({ landingPage: 'https://datahub.aida.scilifelab.se/10.23698/aida/ctpa' }).findings.list).toEqual([])
  })
})

describe('readRow leaves out, and says so', () => {
  it.each<[string, object, string, string]>([
    ['a wrong ORCID', { authors: [{ name: 'A', orcid: '0000-0003-0908-9471' }] }, 'authors.0.orcid', 'orcid-wrong'],
    [
      'a stray caption for an address',
      { copyrightHolders: [{ name: 'N', type: 'Organization', url: 'Axial CTPA image', orcid: null }] },
      'copyrightHolders.0.url',
      'url-wrong',
    ],
    ['a wrong e-mail address', { contactEmail: 'aida at nbis' }, 'contactEmail', 'email-wrong'],
    ['a date that could be two', { dateModified: '08/04/2019' }, 'dateModified', 'date-wrong'],
    ['a day of creation that does not exist', { dateCreated: '2019-02-30' }, 'dateCreated', 'date-wrong'],
    ['a wrong DOI of a citation', { citations: [{ doi: 'doi', text: 'T' }] }, 'citations.0.doi', 'doi-wrong'],
    ['an unknown country', { countriesShared: ['XX'] }, 'countriesShared.0', 'country-wrong'],
    ['an unknown field', { colour: 'red' }, 'colour', 'unknown-field'],
    ['an unknown data use code', { duoSuggested: ['DUO:1'] }, 'duoSuggested.0', 'duo-wrong'],
    ['a text that is none', { stain: { a: 1 } }, 'stain', 'not-text'],
  ])('%s', (_, change, field, why) => {
    const { record, findings } = read(change)
    expect(findings.list.map(summary)).toContainEqual([field, 'refused', false, null, why])
    expect(record).not.toBeNull()
  })
})

describe('readRow refuses a row with', () => {
  it.each<[string, object, string, string]>([
    ['no title', { title: '' }, 'title', 'missing'],
    ['no version', { version: null }, 'version', 'missing'],
    ['a DOI of another dataset', { doi: '10.23698/aida/other' }, 'doi', 'doi-not-slug'],
    ['somebody else’s DOI', { doi: '10.1000/ctpa' }, 'doi', 'doi-not-slug'],
    ['no DOI at all', { doi: 'none' }, 'doi', 'doi-wrong'],
    ['an unknown modality', { modality: ['Zebra'] }, 'modalities.0', 'modality-unknown'],
    ['a wrong SNOMED code', { organ: [{ name: 'Lung', sctid: '39607009' }] }, 'organs.0.sctid', 'sctid-wrong'],
    ['an organ without code', { organ: ['Lung'] }, 'organs.0.sctid', 'missing'],
    ['an unknown licence', { licenses: ['CC0'] }, 'licences.0', 'licence-unknown'],
    ['a negative count', { numberOfScans: -1 }, 'numberOfScans', 'number-wrong'],
    ['half a count', { bytes: '1.5' }, 'bytes', 'number-wrong'],
    ['an unknown status', { status: 'Maybe' }, 'status', 'choice-wrong'],
    ['dates out of order', { dateModified: '2018-01-01' }, 'dateModified', 'invalid'],
    ['a personal number', { abstract: 'of 811218-9876' }, 'abstract', 'invalid'],
    ['an object for a list', { keywords: { a: 1 } }, 'keywords', 'not-a-list'],
  ])('%s', (_, change, field, why) => {
    const { record, findings } = read(change)
    expect(findings.list.map(summary)).toContainEqual([field, 'refused', true, null, why])
    expect(record).toBeNull()
  })

  it.each([null, 7, 'row', [ctpa]])('%j instead of an object', (raw) => {
    expect(readRow(raw).findings.list.map((finding) => finding.why)).toEqual(['not-a-row'])
  })

  it('shows no personal number in its findings', () => {
    expect(JSON.stringify(read({ abstract: 'of 811218-9876' }).findings.list)).not.toContain('9876')
  })
})

describe('any row', () => {
  const fields = [...Object.keys(ctpa), 'colour', '__proto__', 'constructor']
  const junk = fc.oneof(fc.anything(), fc.string(), fc.constantFrom(...Object.values(ctpa)))

  it('never-throws and answers-only-valid: a record that comes out is one that the schema takes as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...fields), junk)), (changes) => {
        const { record, findings } = read(Object.fromEntries(changes))
        if (record !== null) expect(DatasetRecord.parse(record)).toEqual(record)
        expect(record === null).toBe(findings.refusesRow)
      }),
      { numRuns: 300 },
    )
  })

  it('mended-once: what came out goes in again without a finding', () => {
    const spoiled = fc.record({
      title: fc.stringMatching(/^ {0,2}[a-zåäö]{1,9}[ \t]{0,3}[a-z]{0,3}$/),
      keywords: fc.array(fc.constantFrom('Lung', 'lung', ' Lung', 'Annotated'), { maxLength: 4 }),
      modality: fc.array(fc.constantFrom('ct', 'MRI', 'CT', 'X-ray'), { maxLength: 3 }),
      version: fc.constantFrom('v1', '1.0', 'V 2.3.4'),
      inAnnotatedGroup: fc.constant(undefined),
    })
    fc.assert(
      fc.property(spoiled, (change) => {
        const first = read(change)
        const second = readRow(first.record)
        expect(second.record).toEqual(first.record)
        expect(second.findings.list).toEqual([])
      }),
    )
  })
})
