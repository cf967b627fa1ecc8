import { expect, test } from 'vitest'
import { isRefusal } from '@/lib/platform/refusal'
import { contentOf } from './content'

const now = new Date('2026-11-23T12:00:00Z')
const typed = {
  ...{ country: 'SE', number: 'Dnr 2021–05794–01', authority: 'Etikprövningsmyndigheten', title: 'Nodes' },
  ...{ decision: 'approved' as const, conditions: null, decidedOn: '2021-11-02', legalForceOn: '2021-11-25' },
  ...{ startedOn: null, endsOn: null, responsibleResearcher: 'P', principalOrganisation: 'L', sites: [] },
  ...{ purposes: 'p', dataDescription: 'd' },
} as const

const faults = (change: object, isAmendment = false) => {
  const judged = contentOf({ ...typed, ...change }, [], isAmendment, now)
  return isRefusal(judged) ? judged.details.fields : {}
}

test('what is right is kept in its one form', () =>
  expect(contentOf(typed, ['a'], false, now)).toMatchObject({
    ...{ number: '2021-05794-01', conditions: '', claimedDatasets: ['a'] },
  }))

test.each<[string, object, string[]]>([
  ['a number of no form', { number: '21/1/1/1' }, ['number']],
  ['one of another country', { country: 'NO', number: 'REK 2026/118-B' }, []],
  ['conditions that are not there', { decision: 'approved-with-conditions' }, ['conditions']],
  ['conditions of a plain approval', { conditions: 'No minors.' }, ['conditions']],
  ['a decision of tomorrow', { decidedOn: '2026-11-24' }, []],
  ['a decision of the day after', { decidedOn: '2026-11-25', legalForceOn: null }, ['decidedOn']],
  ['legal force to come', { legalForceOn: '2027-01-01' }, []],
  ['legal force before the decision', { legalForceOn: '2021-11-01' }, ['legalForceOn']],
  ['a start before the decision', { startedOn: '2021-11-01' }, ['startedOn']],
  ['a start to come', { startedOn: '2027-01-01' }, ['startedOn']],
  ['an end before the decision', { endsOn: '2021-11-01' }, ['endsOn']],
])('%s', (_, change, fields) => {
  const tomorrow = 'decidedOn' in change && change.decidedOn === '2026-11-24' ? { legalForceOn: null } : {}
  expect(Object.keys(faults({ ...change, ...tomorrow }) as object)).toEqual(fields)
})

test('an amendment may be younger than the research', () => {
  expect(faults({ startedOn: '2020-01-01' }, true)).toEqual({})
  expect(faults({ startedOn: '2020-01-01' })).toEqual({ startedOn: ['ethics.invalid.before-decision'] })
})
