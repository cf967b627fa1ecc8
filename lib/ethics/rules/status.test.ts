import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { judgeCoverage, nextChange } from './coverage'
import { dayOf, yearsAfter } from './days'
import {
  type ApprovalRecord,
  decisions,
  type EthicsStatus,
  ethicsStatuses,
  type Governing,
  isValid,
  statusOf,
} from './status'

const at = (day: string) => new Date(`${day}T12:00:00Z`)
const says: Governing = {
  decision: 'approved',
  conditions: '',
  decidedOn: '2024-01-10',
  legalForceOn: '2024-02-01',
  startedOn: null,
  endsOn: null,
  datasetIds: ['lungs'],
}
const record = (governing: Partial<Governing> | null, rest: Partial<ApprovalRecord> = {}): ApprovalRecord => ({
  id: 'one',
  number: '2024-00001-01',
  country: 'SE',
  amendsId: null,
  withdrawnAt: null,
  supersededAt: null,
  supersededById: null,
  governing: governing && { ...says, ...governing },
  claimedDecision: governing?.decision ?? 'approved',
  claimedDatasetIds: ['lungs'],
  ...rest,
})
const started = { startedOn: '2024-03-01' }
const conditions = { decision: 'approved-with-conditions', conditions: 'No minors.' } as const

describe('what an approval counts as', () => {
  test.each<[string, ApprovalRecord, string, EthicsStatus]>([
    ['rejected', record({ decision: 'rejected' }), '2024-06-01', 'rejected'],
    ['dismissed', record({ decision: 'dismissed' }), '2024-06-01', 'dismissed'],
    ['rejected, so it says, unverified', record(null, { claimedDecision: 'rejected' }), '2024-06-01', 'rejected'],
    [
      'rejected and withdrawn',
      record({ decision: 'rejected' }, { withdrawnAt: at('2024-05-01') }),
      '2024-06-01',
      'rejected',
    ],
    ['withdrawn', record(started, { withdrawnAt: at('2024-05-01') }), '2024-06-01', 'withdrawn'],
    ['before it was withdrawn', record(started, { withdrawnAt: at('2024-05-01') }), '2024-04-01', 'valid'],
    [
      'withdrawn and superseded',
      record(started, { withdrawnAt: at('2024-05-01'), supersededAt: at('2024-04-01') }),
      '2024-06-01',
      'withdrawn',
    ],
    ['superseded', record(started, { supersededAt: at('2024-05-01') }), '2024-06-01', 'superseded'],
    ['superseded and unverified', record(null, { supersededAt: at('2024-05-01') }), '2024-06-01', 'superseded'],
    ['unverified', record(null), '2024-06-01', 'unverified'],
    ['no legal force yet', record({ legalForceOn: null }), '2024-06-01', 'not-in-force'],
    ['the day before legal force', record(started), '2024-01-31', 'not-in-force'],
    ['on the day of legal force', record(started), '2024-02-01', 'valid'],
    ['of another country, from its decision', record({ legalForceOn: null }, { country: 'NO' }), '2024-01-10', 'valid'],
    [
      'of another country, before its decision',
      record({ legalForceOn: null }, { country: 'NO' }),
      '2024-01-09',
      'not-in-force',
    ],
    ['on its last day', record({ ...started, endsOn: '2025-12-31' }), '2025-12-31', 'valid'],
    ['the day after', record({ ...started, endsOn: '2025-12-31' }), '2026-01-01', 'expired'],
    ['expired and lapsed', record({ endsOn: '2026-01-31' }), '2026-06-01', 'expired'],
    ['on the last day to start', record({}), '2026-02-01', 'valid'],
    ['the day after it', record({}), '2026-02-02', 'lapsed'],
    ['started on the last day', record({ startedOn: '2026-02-01' }), '2027-01-01', 'valid'],
    ['started a day too late', record({ startedOn: '2026-02-02' }), '2027-01-01', 'lapsed'],
    ['started', record(started), '2030-01-01', 'valid'],
    ['with conditions', record({ ...started, ...conditions }), '2024-06-01', 'valid-with-conditions'],
  ])('%s', (_, approval, now, status) => expect(statusOf(approval, [approval], at(now))).toBe(status))

  test('two years on from 29 February are 28 February', () => {
    expect(yearsAfter('2024-02-29', 2)).toBe('2026-02-28')
    expect(yearsAfter('2024-03-15', 2)).toBe('2026-03-15')
  })
})

const amendment = (governing: Partial<Governing> | null, rest: Partial<ApprovalRecord> = {}) =>
  record(governing && { decidedOn: '2025-01-10', legalForceOn: '2025-02-01', datasetIds: ['skin'], ...governing }, {
    id: 'two',
    number: '2025-00002-02',
    amendsId: 'one',
    claimedDatasetIds: ['skin'],
    ...rest,
  })

describe('with amendments', () => {
  const original = record({ ...started, endsOn: '2025-12-31' })
  test.each<[string, ApprovalRecord, string, EthicsStatus, EthicsStatus]>([
    ['one that moves the end', amendment({ endsOn: '2027-12-31' }), '2026-06-01', 'valid', 'valid'],
    ['one that waits moves nothing', amendment(null), '2026-06-01', 'expired', 'unverified'],
    ['one not in force yet', amendment({ legalForceOn: '2025-03-01' }), '2025-02-15', 'valid', 'not-in-force'],
    [
      'one that was rejected',
      amendment({ decision: 'rejected', endsOn: '2027-12-31' }),
      '2026-06-01',
      'expired',
      'rejected',
    ],
    [
      'a condition binds the whole',
      amendment(conditions),
      '2025-06-01',
      'valid-with-conditions',
      'valid-with-conditions',
    ],
    ['one of an approval that expired', amendment({}), '2026-06-01', 'expired', 'expired'],
  ])('%s', (_, one, now, whole, own) => {
    const all = [original, one]
    expect(statusOf(original, all, at(now))).toBe(whole)
    expect(statusOf(one, all, at(now))).toBe(own)
  })

  test('the latest decision names the end, whatever the order of the rows', () => {
    const sooner = amendment(
      { endsOn: '2026-06-30', decidedOn: '2025-03-01', legalForceOn: '2025-03-20' },
      { id: 'three' },
    )
    const all = [original, sooner, amendment({ endsOn: '2027-12-31' })]
    expect(statusOf(original, all, at('2026-07-01'))).toBe('expired')
    expect(statusOf(original, all.toReversed(), at('2026-07-01'))).toBe('expired')
  })
})

describe('whether a dataset is covered', () => {
  const original = record(started)
  test.each<[string, ApprovalRecord[], string, string, object]>([
    ['by the original', [original], 'lungs', '2024-06-01', { covered: true, approvalId: 'one', until: null }],
    ['by an amendment', [original, amendment({})], 'skin', '2025-06-01', { covered: true, approvalId: 'one' }],
    [
      'not by an amendment that waits',
      [original, amendment(null)],
      'skin',
      '2025-06-01',
      { covered: false, reasons: [{ reason: 'unverified', approvalId: 'two', number: '2025-00002-02' }] },
    ],
    [
      'by none',
      [],
      'lungs',
      '2024-06-01',
      { covered: false, reasons: [{ reason: 'none', approvalId: null, number: null }] },
    ],
    [
      'by none that names it',
      [original],
      'skin',
      '2024-06-01',
      { covered: false, reasons: [{ reason: 'not-covered', approvalId: 'one', number: '2024-00001-01' }] },
    ],
    [
      'no longer',
      [record({ endsOn: '2024-12-31' })],
      'lungs',
      '2025-06-01',
      { covered: false, reasons: [{ reason: 'expired', approvalId: 'one', number: '2024-00001-01' }] },
    ],
    [
      'claimed, but not recorded',
      [record({ ...started, datasetIds: [] })],
      'lungs',
      '2024-06-01',
      { covered: false, reasons: [{ reason: 'not-covered', approvalId: 'one', number: '2024-00001-01' }] },
    ],
    [
      'until it lapses',
      [record({})],
      'lungs',
      '2024-06-01',
      { covered: true, until: new Date('2026-02-02T00:00:00Z') },
    ],
    [
      'by the one that lasts longest',
      [record({ ...started, endsOn: '2025-12-31' }), record(started, { id: 'other' })],
      'lungs',
      '2024-06-01',
      { covered: true, approvalId: 'other' },
    ],
  ])('%s', (_, all, dataset, now, told) => expect(judgeCoverage(all, dataset, at(now))).toMatchObject(told))

  const own = new Set(['officer'])
  const by = (verifiedById: string, rest: Partial<ApprovalRecord> = {}) => record(started, { verifiedById, ...rest })
  const lone = { covered: false, reasons: [{ reason: 'own-verification', approvalId: 'one', number: '2024-00001-01' }] }
  test.each<[string, ApprovalRecord[], object]>([
    ['by what one of those who ask verified, not', [by('officer')], lone],
    ['by what another verified', [by('another')], { covered: true, approvalId: 'one' }],
    [
      'by an original with an amendment that one of them verified, by the original alone',
      [by('another'), by('officer', { id: 'two', amendsId: 'one' })],
      { covered: true, approvalId: 'one' },
    ],
    [
      'by an original that one of them verified, not, whoever verified its amendment',
      [by('officer'), by('another', { id: 'two', amendsId: 'one' })],
      { covered: false },
    ],
  ])('%s', (_, all, told) => expect(judgeCoverage(all, 'lungs', at('2024-06-01'), own)).toMatchObject(told))
})

const day = fc.integer({ min: 0, max: 1500 }).map((n) => dayOf(new Date(Date.UTC(2023, 0, 1) + n * 86_400_000)))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const datasets = fc.subarray(['lungs', 'skin', 'liver'])
const governing: fc.Arbitrary<Governing> = fc.record({
  decision: fc.constantFrom(...decisions, 'approved' as const, 'approved' as const),
  conditions: fc.constantFrom('', 'No minors.'),
  decidedOn: day,
  legalForceOn: maybe(day),
  startedOn: maybe(day),
  endsOn: maybe(day),
  datasetIds: datasets,
})
const moment = maybe(day.map((one) => new Date(`${one}T07:00:00Z`)))
const records: fc.Arbitrary<ApprovalRecord[]> = fc
  .array(
    fc.record({
      governing: maybe(governing),
      country: fc.constantFrom('SE', 'NO'),
      amends: fc.boolean(),
      withdrawnAt: moment,
      supersededAt: moment,
      supersededById: fc.constant(null),
      claimedDecision: fc.constantFrom(...decisions),
      claimedDatasetIds: datasets,
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ amends, ...one }, i) => ({
      ...one,
      id: `${i}`,
      number: `n${i}`,
      amendsId: amends && i > 0 ? '0' : null,
    })),
  )
const moments = fc.integer({ min: -30, max: 2400 }).map((n) => new Date(Date.UTC(2023, 0, 1) + n * 86_400_000 + 1000))

it('tells one known status of every record, whenever', () => {
  fc.assert(
    fc.property(records, moments, (all, now) => {
      for (const one of all) expect(ethicsStatuses).toContain(statusOf(one, all, now))
    }),
  )
})

it('changes by the clock only at the moments that it foretells', () => {
  fc.assert(
    fc.property(records, moments, fc.nat(900), (all, now, days) => {
      const later = new Date(now.getTime() + days * 86_400_000)
      const next = nextChange(all, now)
      if (next !== null && next <= later) return
      for (const one of all) expect(statusOf(one, all, later)).toBe(statusOf(one, all, now))
      expect(judgeCoverage(all, 'lungs', later)).toEqual(judgeCoverage(all, 'lungs', now))
    }),
    { numRuns: 500 },
  )
})

it('covers nothing that no verified, approving, living decision records', () => {
  fc.assert(
    fc.property(records, moments, (all, now) => {
      const judged = judgeCoverage(all, 'lungs', now)
      if (!judged.covered) {
        expect(judged.reasons.length).toBeGreaterThan(0)
        return
      }
      const recorded = all.filter(({ governing, withdrawnAt, supersededAt }) => {
        const lives = [withdrawnAt, supersededAt].every((ended) => ended === null || ended > now)
        return lives && governing?.decision.startsWith('approved') && governing.datasetIds.includes('lungs')
      })
      expect(recorded.length).toBeGreaterThan(0)
      const by = all.find(({ id }) => id === judged.approvalId)
      expect(by && isValid(statusOf(by, all, now))).toBe(true)
      if (judged.until !== null) expect(judged.until > now).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('is never moved by what nobody verified', () => {
  fc.assert(
    fc.property(records, moments, (all, now) => {
      const waiting: ApprovalRecord = { ...(all[0] as ApprovalRecord), id: 'new', amendsId: '0', governing: null }
      for (const one of all) expect(statusOf(one, [...all, waiting], now)).toBe(statusOf(one, all, now))
      expect(judgeCoverage([...all, waiting], 'lungs', now).covered).toBe(judgeCoverage(all, 'lungs', now).covered)
    }),
  )
})
