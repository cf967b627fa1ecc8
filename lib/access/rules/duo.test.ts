import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DuoId, duoTerms, modifiers, permissions } from '@/lib/catalogue/rules/duo'
import type { DataUse } from '@/lib/catalogue/schema/data-use'
import { accepted, aims, Purpose, touched } from '../schema/duo'
import { isWithin, judgeUse, termsOfPurpose } from './duo-match'
import { placesOutside } from './duo-places'
import { verdicts, type Why } from './duo-reason'

const [NRES, GRU, HMB, DS, POA] = ['DUO:0000004', 'DUO:0000042', 'DUO:0000006', 'DUO:0000007', 'DUO:0000011'] as const
const use = (...conditions: (DuoId | [DuoId, ...string[]])[]): DataUse =>
  conditions.map((one) =>
    typeof one === 'string' ? { term: one, values: [] } : { term: one[0], values: one.slice(1) },
  )
const purpose = (more: object = {}): Purpose => Purpose.parse({ aim: HMB, ...more })
const known = { ethicsApproval: true }
const lung = 'MONDO:0005061 lung adenocarcinoma'

const cases: readonly [string, DataUse, object, 'fits' | 'needs-a-person' | 'conflicts', Why][] = [
  ['no restriction', use(NRES), { aim: POA, touches: ['clinical-care', 'methods'] }, 'fits', 'no-restriction'],
  ['general research for health research', use(GRU), {}, 'fits', 'within'],
  ['general research for origins', use(GRU), { aim: POA }, 'fits', 'within'],
  ['general research but not for origins', use(GRU, 'DUO:0000044'), { aim: POA }, 'conflicts', 'origins-prohibited'],
  ['health research for a disease', use(HMB), { aim: DS, diseases: [lung] }, 'fits', 'within'],
  ['health research for research at large', use(HMB), { aim: GRU }, 'conflicts', 'broader'],
  ['health research for origins', use(HMB), { aim: POA }, 'conflicts', 'origins-not-health'],
  [
    'a disease for itself, by its code',
    use([DS, lung]),
    { aim: DS, diseases: ['MONDO:0005061 adenocarcinoma of the lung'] },
    'fits',
    'disease-same',
  ],
  [
    'a disease for itself, by its words',
    use([DS, 'Stroke']),
    { aim: DS, diseases: ['stroke'] },
    'fits',
    'disease-same',
  ],
  [
    'a disease for another word',
    use([DS, 'Cancer']),
    { aim: DS, diseases: ['lung cancer'] },
    'needs-a-person',
    'disease-person',
  ],
  ['a disease for health research', use([DS, 'Stroke']), {}, 'conflicts', 'broader'],
  ['origins for health', use(POA), {}, 'conflicts', 'only-origins'],
  ['origins for origins', use(POA), { aim: POA }, 'fits', 'within'],
  ['an aim unsaid', use(HMB), { aim: null }, 'needs-a-person', 'no-aim'],
  ['care not allowed', use(HMB), { touches: ['clinical-care'] }, 'conflicts', 'no-clinical-care'],
  ['care allowed', use(HMB, 'DUO:0000043'), { touches: ['clinical-care'] }, 'fits', 'clinical-care'],
  ['children', use(GRU), { touches: ['paediatric'] }, 'needs-a-person', 'sensitive'],
  ['vulnerable groups', use(NRES), { touches: ['vulnerable'] }, 'needs-a-person', 'sensitive'],
  ['methods excluded', use(HMB, 'DUO:0000015'), { touches: ['methods'] }, 'conflicts', 'methods'],
  ['genetic studies only', use(HMB, 'DUO:0000016'), {}, 'conflicts', 'not-genetic'],
  ['genetic studies', use(HMB, 'DUO:0000016'), { touches: ['genetic'] }, 'fits', 'genetic'],
  ['not for profit, a company', use(HMB, 'DUO:0000045'), { organisation: 'for-profit' }, 'conflicts', 'for-profit'],
  ['not for profit, unsaid', use(HMB, 'DUO:0000045'), {}, 'needs-a-person', 'organisation-unsaid'],
  [
    'non-commercial, a company in research',
    use(HMB, 'DUO:0000046'),
    { organisation: 'for-profit', use: 'non-commercial' },
    'fits',
    'non-commercial',
  ],
  [
    'both, a hospital that sells',
    use(HMB, 'DUO:0000018'),
    { organisation: 'not-for-profit', use: 'commercial' },
    'conflicts',
    'commercial',
  ],
  ['publication agreed', use(HMB, 'DUO:0000019'), { accepts: ['DUO:0000019'] }, 'fits', 'accepted'],
  ['collaboration not agreed', use(HMB, ['DUO:0000020', 'Prof. N']), {}, 'conflicts', 'not-accepted'],
  ['a moratorium not agreed', use(HMB, ['DUO:0000024', '2027-01-01']), {}, 'conflicts', 'not-accepted'],
  ['within the country', use(HMB, ['DUO:0000022', 'EEA']), { countries: ['SE', 'NO'] }, 'fits', 'country-inside'],
  ['outside the country', use(HMB, ['DUO:0000022', 'EU']), { countries: ['SE', 'US'] }, 'conflicts', 'country-outside'],
  ['no country said', use(HMB, ['DUO:0000022', 'SE']), {}, 'needs-a-person', 'country-unsaid'],
  [
    'the institution',
    use(HMB, ['DUO:0000028', 'https://ror.org/05ynxx418 LiU']),
    { institution: '05ynxx418' },
    'fits',
    'institution-same',
  ],
  [
    'another institution',
    use(HMB, ['DUO:0000028', 'https://ror.org/05ynxx418']),
    { institution: 'https://ror.org/048a87296' },
    'conflicts',
    'institution-other',
  ],
  [
    'an institution by another name',
    use(HMB, ['DUO:0000028', 'LiU']),
    { institution: 'Linköping University' },
    'needs-a-person',
    'institution-person',
  ],
  ['time enough', use(HMB, ['DUO:0000025', '24']), { months: 24 }, 'fits', 'time-within'],
  ['longer than allowed', use(HMB, ['DUO:0000025', '24']), { months: 25 }, 'conflicts', 'time-beyond'],
  ['a research type', use(HMB, ['DUO:0000012', 'Cohort studies']), {}, 'needs-a-person', 'words-person'],
  ['an approved project', use(HMB, ['DUO:0000027', 'SCAPIS']), {}, 'needs-a-person', 'words-person'],
]

describe('judgeUse', () => {
  it.each(cases)('%s', (_, conditions, more, verdict, why) => {
    const judged = judgeUse(conditions, purpose(more), known)
    expect(judged.verdict).toBe(verdict)
    expect(judged.reasons.map((one) => one.why)).toContain(why)
  })

  it.each([
    [true, 'fits', 'ethics-there'],
    [false, 'conflicts', 'ethics-missing'],
    [null, 'needs-a-person', 'ethics-unsaid'],
  ] as const)('an ethics approval that is there (%s) %s', (ethicsApproval, verdict, why) => {
    const judged = judgeUse(use(HMB, 'DUO:0000021'), purpose(), { ethicsApproval })
    expect([judged.verdict, judged.reasons.at(-1)?.why]).toEqual([verdict, why])
  })

  it('needs a person where conditions or purpose are not stated', () => {
    expect(judgeUse(null, purpose(), known)).toMatchObject({
      verdict: 'needs-a-person',
      reasons: [{ why: 'unstated' }],
    })
    expect(judgeUse(use(NRES), null, known)).toMatchObject({
      verdict: 'needs-a-person',
      reasons: [{ why: 'no-purpose' }],
    })
  })

  it('tells the purpose in terms of the ontology', () => {
    const more = { accepts: [...accepted], touches: ['genetic'], organisation: 'not-for-profit', use: 'non-commercial' }
    expect(termsOfPurpose(purpose(more))).toEqual([HMB, ...accepted, 'DUO:0000016', 'DUO:0000045', 'DUO:0000046'])
  })
})

const texts: Readonly<Record<string, string[]>> = {
  diseases: ['Stroke', lung, 'cancer'],
  countries: ['SE', 'US', 'EU'],
  institutions: ['https://ror.org/05ynxx418', 'LiU'],
  months: ['12'],
  day: ['2027-01-01'],
  words: ['Prof. N'],
}
const condition = (term: DuoId): fc.Arbitrary<DataUse[number]> => {
  const asked = texts[duoTerms[term].asks]
  return asked
    ? fc.shuffledSubarray(asked, { minLength: 1 }).map((values) => ({ term, values }))
    : fc.constant<DataUse[number]>({ term, values: [] })
}
const conditionsOf = (terms: readonly DuoId[]) => fc.tuple(...terms.map(condition))
const anyUse: fc.Arbitrary<DataUse> = fc
  .tuple(fc.constantFrom(...permissions), fc.shuffledSubarray([...modifiers]))
  .chain(([permission, more]) => conditionsOf([permission, ...more]))
const anyPurpose = fc.record({
  aim: fc.constantFrom(...aims, null),
  diseases: fc.shuffledSubarray(texts.diseases ?? []),
  touches: fc.shuffledSubarray([...touched]),
  accepts: fc.shuffledSubarray([...accepted]),
  organisation: fc.constantFrom('not-for-profit', 'for-profit', null),
  use: fc.constantFrom('non-commercial', 'commercial', null),
  countries: fc.shuffledSubarray(['SE', 'US', 'NO', 'EEA']),
  institution: fc.constantFrom('LiU', 'https://ror.org/05ynxx418', 'https://ror.org/048a87296', null),
  months: fc.constantFrom(6, 12, 24, null),
}) as fc.Arbitrary<Purpose>
const facts = fc.record({ ethicsApproval: fc.constantFrom(true, false, null) })
const rank = (...judged: Parameters<typeof judgeUse>) => verdicts.indexOf(judgeUse(...judged).verdict)

describe('properties of the verdict', () => {
  it('adding a restriction never makes it better', () => {
    const restrictions = modifiers.filter((id) => !duoTerms[id].widens)
    fc.assert(
      fc.property(
        anyUse,
        fc.constantFrom(...restrictions).chain(condition),
        anyPurpose,
        facts,
        (conditions, added, wish, fact) => {
          const fewer = conditions.filter(({ term }) => term !== added.term)
          expect(rank([...fewer, added], wish, fact)).toBeGreaterThanOrEqual(rank(fewer, wish, fact))
        },
      ),
    )
  })

  it('narrowing the permission along the ontology never makes it better', () => {
    const chain = [NRES, GRU, HMB, DS] as const
    fc.assert(
      fc.property(fc.nat(2), condition(DS), anyPurpose, facts, (n, disease, wish, fact) => {
        const [broad, narrow] = [chain[n] ?? NRES, chain[n + 1] ?? DS]
        const narrowed = narrow === DS ? [disease] : use(narrow)
        expect(rank(narrowed, wish, fact)).toBeGreaterThanOrEqual(rank(use(broad), wish, fact))
      }),
    )
  })

  it('is the worst of its reasons, of which there is always one, and the order of the conditions says nothing', () => {
    fc.assert(
      fc.property(anyUse, anyPurpose, facts, (conditions, wish, fact) => {
        const { verdict, reasons } = judgeUse(conditions, wish, fact)
        expect(reasons.length).toBeGreaterThan(0)
        expect(reasons.some((one) => one.verdict === verdict)).toBe(true)
        expect(judgeUse([...conditions].reverse(), wish, fact).verdict).toBe(verdict)
      }),
    )
  })

  it('what touches children or vulnerable groups never simply fits', () => {
    fc.assert(
      fc.property(anyUse, anyPurpose, facts, (conditions, wish, fact) => {
        expect(rank(conditions, { ...wish, touches: [...wish.touches, 'paediatric'] }, fact)).toBeGreaterThan(0)
      }),
    )
  })
})

it('knows which permission lies within which', () => {
  expect(isWithin(DS, GRU)).toBe(true)
  expect(isWithin(HMB, HMB)).toBe(true)
  expect(isWithin(GRU, HMB)).toBe(false)
  expect(isWithin(POA, GRU)).toBe(false)
})

it.each([
  [['SE'], ['EU'], []],
  [['NO'], ['EU'], ['NO']],
  [['EU'], ['EEA'], []],
  [['EEA'], ['EU'], ['EEA']],
  [['SE', 'US'], ['SE'], ['US']],
])('of %j within %j outside is %j', (places, within, outside) => {
  expect(placesOutside(places, within)).toEqual(outside)
})
