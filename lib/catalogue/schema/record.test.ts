import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invalid } from './invalid'
import { DatasetRecord, doiOf, Slug, VersionNumber } from './record'

const valid: DatasetRecord = {
  slug: 'ctpa',
  title: 'CT of the pulmonary arteries',
  shortName: 'CTPA',
  subject: 'Radiology',
  abstract: 'Outlined by a radiologist.',
  keywords: ['Radiology', 'Annotated'],
  modalities: ['CT'],
  organs: [{ name: 'Lung', sctid: '39607008', uberon: 'UBERON:0002048' }],
  numberOfScans: 30,
  numberOfAnnotations: null,
  bytes: 4_500_000_000,
  status: 'Ongoing',
  version: '1.0',
  dateCreated: '2019-04-08',
  datePublished: '2019-04-08',
  dateModified: '2019-04-08',
  year: 2019,
  authors: [{ name: 'Tobias Sjöblom', orcid: '0000-0001-6668-4140' }],
  publisher: 'AIDA',
  copyrightYear: 2019,
  copyrightHolders: [{ name: 'Uppsala University', type: 'Organization', url: 'https://uu.se/', orcid: null }],
  licences: ['controlled-access', 'aida-by-ca'],
  citations: [{ doi: null, text: 'In press' }],
  ageSpan: '45-93',
  resolution: null,
  scanners: ['GE Lightspeed VCT'],
  stain: null,
  phase: null,
  landingPage: 'https://datahub.aida.scilifelab.se/10.23698/aida/ctpa',
  contactEmail: 'aida-data@nbis.se',
  notes: [],
  duoSuggested: ['DUO:0000006'],
}

const wrong: readonly [string, object, keyof typeof invalid, readonly (string | number)[]][] = [
  ['an empty title', { title: '  ' }, 'required', ['title']],
  ['a missing title', { title: undefined }, 'required', ['title']],
  ['a too long short name', { shortName: 'x'.repeat(41) }, 'tooLong', ['shortName']],
  ['a bell in the abstract', { abstract: 'ring\u0007' }, 'control', ['abstract']],
  ['a bidirectional override', { title: 'abc\u202edef' }, 'control', ['title']],
  ['half a surrogate pair', { title: 'a\ud800' }, 'control', ['title']],
  ['a slug with capitals', { slug: 'CTPA' }, 'slug', ['slug']],
  ['a slug that is a route', { slug: 'compare' }, 'slug', ['slug']],
  ['a repeated keyword', { keywords: ['Lung', 'lung '] }, 'repeated', ['keywords']],
  ['an unknown modality', { modalities: ['PET'] }, 'modality', ['modalities', 0]],
  [
    'a wrong SNOMED code',
    { organs: [{ name: 'Lung', sctid: '39607009', uberon: null }] },
    'sctid',
    ['organs', 0, 'sctid'],
  ],
  ['a negative size', { bytes: -1 }, 'count', ['bytes']],
  ['half a scan', { numberOfScans: 0.5 }, 'count', ['numberOfScans']],
  ['a day that is none', { dateModified: '2019-04-00' }, 'date', ['dateModified']],
  ['dates out of order', { dateModified: '2018-01-01' }, 'dateOrder', ['dateModified']],
  ['a wrong ORCID', { authors: [{ name: 'A', orcid: '0000-0001-6668-4141' }] }, 'orcid', ['authors', 0, 'orcid']],
  ['a javascript address', { landingPage: 'javascript:alert(1)' }, 'url', ['landingPage']],
  ['an address with a password', { landingPage: 'https://a:b@example.org/' }, 'url', ['landingPage']],
  ['a bad address', { contactEmail: 'aida-data' }, 'email', ['contactEmail']],
  ['an unknown licence', { licences: ['cc0'] }, 'choice', ['licences', 0]],
  [
    'an organisation with an ORCID',
    { copyrightHolders: [{ name: 'KTH', type: 'Organization', url: null, orcid: '0000-0001-6668-4140' }] },
    'holderOrcid',
    ['copyrightHolders', 0, 'orcid'],
  ],
  ['a version of one number', { version: '1' }, 'version', ['version']],
]

describe('DatasetRecord', () => {
  it('takes a whole record as it is', () => {
    expect(DatasetRecord.parse(valid)).toEqual(valid)
  })

  it.each(wrong)('refuses %s, naming the field and what is right', (_, change, key, path) => {
    const result = DatasetRecord.safeParse({ ...valid, ...change })
    expect(result.error?.issues.map(({ message, path: at }) => ({ message, at }))).toContainEqual({
      message: invalid[key],
      at: path,
    })
  })

  it('says where a personal number stands', () => {
    const result = DatasetRecord.safeParse({ ...valid, notes: ['from 811218-9876'] })
    expect(result.error?.issues).toMatchObject([{ path: ['notes', 0], message: `${invalid.personalNumber}?at=6` }])
  })

  it('reads an empty optional field as not stated', () => {
    expect(DatasetRecord.parse({ ...valid, stain: ' ' }).stain).toBeNull()
  })

  it('never-throws: safeParse answers whatever comes in', () => {
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(DatasetRecord.safeParse(junk).success).toBe(false)
      }),
    )
  })

  it('slug-in-doi: a slug needs no escaping in an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab9-A ./å') }), (text) => {
        if (Slug.safeParse(text).success) expect(encodeURI(doiOf(text))).toBe(`10.23698/aida/${text}`)
        else expect(/^[a-z0-9]{2,64}$/.test(text)).toBe(false)
      }),
    )
  })

  it.each(['1.0', '1.2.0', '0.0.1', '10.20.30'])('takes version %s', (version) => {
    expect(VersionNumber.safeParse(version).success).toBe(true)
  })
})
