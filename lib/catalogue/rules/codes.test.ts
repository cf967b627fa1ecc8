import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import { isLicence, licenceCodes, licences, normaliseLicence, termsOf } from './licences'
import { isModality, modalities, modalityLabel, normaliseModality } from './modality'
import { nameKey, nameOfKey, organLabel } from './organs'
import { isSnomedConcept, normaliseSctid, passesVerhoeff, snomedBrowserUrl, snomedUri } from './snomed'

describe('modalities', () => {
  it.each([
    ['CT', 'CT'],
    [' ct ', 'CT'],
    ['MRI', 'MR'],
    ['X-ray', 'CR'],
    ['X ray', 'CR'],
    ['WSI', 'SM'],
    ['Whole slide imaging', 'SM'],
    ['PET', 'PT'],
    ['Datortomografi', 'CT'],
    ['Computed Tomography', 'CT'],
    ['röntgen', 'CR'],
    ['constructor', null],
    ['', null],
    ['Zebra', null],
  ])('reads %j as %j', (name, code) => {
    expect(normaliseModality(name)).toBe(code)
  })

  it('holds the 51 codes of CID 29, each readable by its code and both its names', () => {
    expect(Object.keys(modalities).length).toBe(51)
    for (const [code, { en, sv }] of Object.entries(modalities)) {
      expect([code, en, sv, code.toLowerCase()].map(normaliseModality)).toEqual([code, code, code, code])
    }
    expect([isModality('PET'), isModality('toString'), modalityLabel('CT', 'sv'), modalityLabel('ZZ', 'en')]).toEqual([
      false,
      false,
      'Datortomografi',
      'ZZ',
    ])
  })
})

describe('SNOMED CT codes', () => {
  it.each(register.datasets.flatMap((one) => one.organ).map(({ name, sctid }) => [name, sctid]))(
    'knows that of %s',
    (_, sctid) => {
      expect(isSnomedConcept(sctid)).toBe(true)
    },
  )

  it.each([
    ['71341001 |Bone structure of femur|', '71341001'],
    ['http://snomed.info/id/71341001', '71341001'],
    ['SCTID: 71341001\t', '71341001'],
    ['457811000052106', '457811000052106'],
    ['45781107', null],
    ['71341002', null],
    ['7547861014', null],
    ['071341001', null],
    ['', null],
  ])('reads %j as %j', (text, sctid) => {
    expect(normaliseSctid(text)).toBe(sctid)
  })

  it('one-digit-changed and neighbours-swapped: Verhoeff notices both', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{5,15}$/),
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const whole = [...'0123456789'].map((d) => digits + d).filter(passesVerhoeff)
          expect(whole.length).toBe(1)
          const good = whole[0] ?? ''
          const i = at % good.length
          const changed = good.slice(0, i) + String((Number(good[i]) + by) % 10) + good.slice(i + 1)
          expect(passesVerhoeff(changed)).toBe(false)
          const j = at % (good.length - 1)
          const swapped = good.slice(0, j) + good[j + 1] + good[j] + good.slice(j + 2)
          expect(passesVerhoeff(swapped)).toBe(swapped === good)
        },
      ),
    )
  })

  it('links the concept', () => {
    expect(snomedUri('71341001')).toBe('http://snomed.info/id/71341001')
    expect(snomedBrowserUrl('71341001')).toContain('conceptId1=71341001')
  })
})

describe('licences', () => {
  it.each([
    ['AIDA BY license', 'aida-by'],
    ['AIDA BY CA licence', 'aida-by-ca'],
    ['LicenseRef-AIDA-BY-CA', 'aida-by-ca'],
    ['aida', 'aida'],
    ['Controlled access', 'controlled-access'],
    ['CC BY', null],
    ['toString', null],
  ])('reads %j as %j', (name, code) => {
    expect(normaliseLicence(name)).toBe(code)
  })

  it('says each term once, and reads its own names and references back', () => {
    expect(termsOf(['aida-by', 'aida-by-ca', 'controlled-access'])).toEqual([
      'apply',
      'legal-ethical',
      'aida-only',
      'attribution',
      'co-authorship',
      'first-publication',
    ])
    for (const code of licenceCodes) {
      expect([licences[code].spdx, licences[code].name.en, code].map(normaliseLicence)).toEqual([code, code, code])
    }
    expect(isLicence('hasOwnProperty')).toBe(false)
  })
})

describe('organs', () => {
  it('has a Swedish name for each of the register, and keeps others', () => {
    for (const name of register.meta.organs) expect(organLabel(name, 'sv')).not.toBe(name)
    expect([organLabel('Spleen', 'sv'), organLabel('Lung', 'en'), organLabel('constructor', 'sv')]).toEqual([
      'Spleen',
      'Lung',
      'constructor',
    ])
    expect([nameKey(' Lymph  node'), nameOfKey('lymph-node')]).toEqual(['lymph-node', 'Lymph node'])
  })
})
