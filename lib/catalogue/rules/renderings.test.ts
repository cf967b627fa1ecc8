import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import { cite } from '../queries/cite'
import { citationItem } from './citation-item'
import { readRow } from './import/row'
import { datasetJsonLd, scriptJson } from './json-ld'
import { legacyEntry, legacyPath } from './legacy'
import { nameParts } from './person-name'
import { relatedDatasets, relatedness } from './related'

const records = register.datasets.map((raw) => readRow(raw).record ?? fail(raw.slug))
const find = (slug: string) => records.find((record) => record.slug === slug) ?? fail(slug)
const ctpa = find('ctpa')
const around = { origin: 'https://hub.example', pageUrl: 'https://hub.example/datasets/ctpa', hubName: 'AIDA Data Hub' }

describe('names', () => {
  it.each([
    ['Jeroen van der Laak', { family: 'van der Laak', given: 'Jeroen' }],
    ['Danielle van Westen', { family: 'van Westen', given: 'Danielle' }],
    ['Jerónimo F. Rose', { family: 'Rose', given: 'Jerónimo F.' }],
    ['Jamtheim Gustafsson, Christian', { family: 'Jamtheim Gustafsson', given: 'Christian' }],
    ['Ali Teymur Kahraman', { family: 'Kahraman', given: 'Ali Teymur' }],
    ['SCAPIS', { literal: 'SCAPIS' }],
    ['van Gogh', { family: 'Gogh', given: 'van' }],
  ])('%s', (name, parts) => {
    expect(nameParts(name)).toEqual(parts)
  })

  it('no-letter-lost: the parts hold every word of the name', () => {
    const word = fc.constantFrom('Åsa', 'van', 'der', 'Ek', 'Nataša', 'B.')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const parts = nameParts(words.join(' '))
        expect('literal' in parts ? parts.literal : `${parts.given} ${parts.family}`).toBe(words.join(' '))
      }),
    )
  })
})

describe('citations of CTPA', () => {
  const citations = cite(ctpa)

  it('APA', () => {
    expect(citations.apa).toBe(
      `Sjöblom, T., Sladoje, N., Kahraman, A. T., Toumpanakis, D., & Fröding, T. (2019). ${ctpa.title} (Version 1.0) [Dataset]. AIDA. https://doi.org/10.23698/aida/ctpa`,
    )
  })

  it('BibTeX with year, DOI, version and names in LaTeX', () => {
    for (const part of [
      '@misc{aida_ctpa_2019,',
      'year = {2019}',
      'doi = {10.23698/aida/ctpa}',
      'Version 1.0',
      '{\\" o}blom',
      'Nata{\\v s}a',
    ]) {
      expect(citations.bibtex).toContain(part)
    }
    expect(citations.bibtex).not.toContain('month')
  })

  it('RIS', () => {
    const lines = citations.ris.split('\n')
    for (const line of [
      'TY  - DATA',
      'AU  - Sjöblom, Tobias',
      'PY  - 2019',
      'DA  - 2019/04/08/',
      'DO  - 10.23698/aida/ctpa',
      'ET  - 1.0',
      `TI  - ${ctpa.title}`,
    ]) {
      expect(lines).toContain(line)
    }
    expect([lines[0], lines.at(-2)?.trim()]).toEqual(['TY  - DATA', 'ER  -'])
  })

  it('CSL-JSON with only names that csl-data 1.0 knows', () => {
    const [item] = JSON.parse(citations.cslJson)
    const csl = ['id', 'type', 'citation-key', 'title', 'author', 'issued', 'publisher', 'version', 'DOI', 'URL']
    expect(Object.keys(item)).toEqual(csl)
    expect(item).toEqual(citationItem(ctpa))
    expect([item.type, item.issued, item.author[1]]).toEqual([
      'dataset',
      { 'date-parts': [[2019, 4, 8]] },
      { family: 'Sladoje', given: 'Nataša' },
    ])
  })

  it('cites the year alone where the day of publication is of another year, or not stated', () => {
    expect(citationItem({ ...ctpa, year: 2020 }).issued).toEqual({ 'date-parts': [[2020]] })
    expect(citationItem({ ...ctpa, datePublished: null }).issued).toEqual({ 'date-parts': [[2019]] })
  })

  it('every dataset of the register, each under a key of its own', () => {
    for (const record of records) expect(cite(record).apa).toContain(`https://doi.org/10.23698/aida/${record.slug}`)
    expect(new Set(records.map((record) => citationItem(record)['citation-key'])).size).toBe(20)
  })
})

describe('JSON-LD', () => {
  it('says what the register says, and nothing of what it does not', () => {
    const json = datasetJsonLd(ctpa, around)
    expect(json).toMatchObject({
      '@type': 'Dataset',
      '@id': 'https://doi.org/10.23698/aida/ctpa',
      version: '1.0',
      datePublished: '2019-04-08',
      size: '4.50 GB',
      measurementTechnique: ['Computed Tomography'],
      creator: [
        { '@type': 'Person', name: 'Tobias Sjöblom', '@id': 'https://orcid.org/0000-0001-6668-4140' },
        {},
        {},
        { '@type': 'Person', name: 'Dimitris Toumpanakis' },
        {},
      ],
    })
    expect(Object.keys(json)).not.toContain('citation')
    expect(JSON.stringify(records.map((record) => datasetJsonLd(record, around)))).not.toContain('null')
  })

  it('script-safe: any text comes back as it was and cannot end its script', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', ']]>', '\u2028', '&')), (text) => {
        const written = scriptJson({ text })
        expect(written).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.parse(written)).toEqual({ text })
      }),
    )
  })
})

describe('the old metadata.json', () => {
  it('keeps its shape: datacite and other', () => {
    const { datacite, other } = legacyEntry(ctpa, ['SE', 'BE'], 'https://hub.example')
    expect(datacite).toMatchObject({
      '@context': 'http://schema.org',
      '@id': 'https://doi.org/10.23698/aida/ctpa',
      url: 'https://hub.example/10.23698/aida/ctpa',
      about: 'Radiology',
      keywords: 'Radiology, Computed tomography, Thorax, Pulmonary embolism, Annotated',
      version: '1.0',
    })
    expect(other).toEqual({
      shortName: 'CTPA',
      status: 'Ongoing',
      'countries-shared': ['BE', 'SE'],
      organ: [{ name: 'Lung', sctid: 39_607_008 }],
      'age-span': '45-93',
      bytes: 4_500_000_000,
      numberOfScans: 30,
      numberOfAnnotations: 1283,
      resolution: null,
      modality: ['CT'],
      scanner: ['Philips Brilliance 64 CT', 'GE Lightspeed VCT'],
      stain: null,
      phase: 'Contrast enhanced, pulmonary arterial phase',
    })
    expect(legacyPath('ctpa')).toBe('/10.23698/aida/ctpa')
  })

  it('names each licence of the register as the old site did', () => {
    for (const [i, record] of records.entries()) {
      const names = legacyEntry(record, [], '').datacite.license.map((licence) => licence.name)
      expect(names).toEqual(register.datasets[i]?.licenses.map((licence) => licence.name))
    }
    expect(legacyEntry(find('affai'), [], '').datacite.license.map(({ id }) => id)).toEqual([
      '/10.23698/aida/affai#controlled-access',
      '/10.23698/aida/affai#aida-by-license',
    ])
  })
})

describe('related datasets', () => {
  it('puts the same organ and modality first', () => {
    expect(relatedDatasets(find('lnco'), records, 2).map((record) => record.slug)).toEqual(['lnco2', 'drco'])
    expect(relatedDatasets(find('micromen'), records, 5).map((record) => record.slug)).toEqual(['megre'])
  })

  it('symmetric, bounded, and never itself', () => {
    const any = fc.constantFrom(...records)
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(relatedness(a, b)).toBeCloseTo(relatedness(b, a), 12)
        expect(relatedness(a, b)).toBeGreaterThanOrEqual(0)
        expect(relatedness(a, b)).toBeLessThanOrEqual(7)
        expect(relatedDatasets(a, records, 20).map((record) => record.slug)).not.toContain(a.slug)
      }),
    )
  })
})

function fail(slug: string): never {
  throw new Error(`${slug} cannot be read.`)
}
