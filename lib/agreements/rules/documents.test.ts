import { describe, expect, test } from 'vitest'
import { allows, type DocumentState, type DocumentVerb, permits, standingOfDocument } from './documents'
import { isInForce } from './in-force'
import { judgeValidity, validityOf } from './validity'

const at = (day: string) => new Date(`${day}T00:00:00Z`)
const signed = (state: DocumentState, from: string | null = '2026-01-01', until: string | null = '2027-01-01') => ({
  kind: 'dpa',
  state,
  institutionName: 'Lund',
  validFrom: from === null ? null : at(from),
  validUntil: until === null ? null : at(until),
})

describe('what a state lets be done', () => {
  const verbs: DocumentVerb[] = ['withdraw', 'countersign', 'return', 'terminate']
  test.each<[DocumentState, DocumentVerb[]]>([
    ['submitted', ['withdraw', 'countersign', 'return']],
    ['countersigned', ['terminate']],
    ['withdrawn', []],
    ['returned', []],
    ['terminated', []],
  ])('%s: %j', (state, allowed) => expect(verbs.filter((verb) => allows(state, verb))).toEqual(allowed))

  test('what ended stays ended', () =>
    expect(Object.keys(permits).filter((state) => verbs.some((verb) => allows(state as DocumentState, verb)))).toEqual([
      'submitted',
      'countersigned',
    ]))
})

describe('how a document stands', () => {
  test.each<[string, ReturnType<typeof signed>, string, string, string]>([
    ['waits', signed('submitted', null, null), 'Lund', '2026-06-01', 'submitted'],
    ['before its first day', signed('countersigned'), 'Lund', '2025-12-31', 'to-come'],
    ['on its first day', signed('countersigned'), 'Lund', '2026-01-01', 'in-force'],
    ['on its last day', signed('countersigned'), 'Lund', '2026-12-31', 'in-force'],
    ['the day after', signed('countersigned'), 'Lund', '2027-01-01', 'expired'],
    ['of another institution', signed('countersigned'), 'Umeå', '2026-06-01', 'other-institution'],
    ['terminated', signed('terminated'), 'Lund', '2026-06-01', 'terminated'],
  ])('%s', (_, document, institution, now, standing) => {
    expect(standingOfDocument(document, institution, at(now))).toBe(standing)
    expect(isInForce(document, institution, at(now))).toBe(standing === 'in-force')
  })
})

describe('the days of an agreement', () => {
  test.each([
    ['2026-12-01', '2026-12-01', null],
    ['2026-12-01', '2026-11-30', 'agreements.invalid.order'],
    ['2026-01-01', '2026-11-26', 'agreements.invalid.over'],
    ['2026-01-01', '2026-11-27', null],
    ['2026-12-01', '2036-11-30', null],
    ['2026-12-01', '2036-12-01', 'agreements.invalid.long'],
  ])('from %s to %s: %s', (first, last, wrong) => {
    expect(judgeValidity(validityOf(first, last), at('2026-11-27'))).toBe(wrong)
  })
})
