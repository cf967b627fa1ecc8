import { expect, test } from 'vitest'
import { confirmations } from './verification'

const on = (day: number) => new Date(Date.UTC(2026, 0, day))
const check = (verdict: string, ...fields: string[]) => fields.map((field) => ({ field, verdict }))
const first = { ordinal: 1, state: 'verified', judgedBy: 'Eva', judgedAt: on(1) }
const second = { ordinal: 2, state: 'returned', judgedBy: 'Eva', judgedAt: on(2) }
const third = { ordinal: 3, state: 'verified', judgedBy: 'Erik', judgedAt: on(3) }
const versions = [
  { ...third, checks: check('confirmed', 'sites') },
  { ...second, checks: check('missing', 'title') },
  { ...first, checks: check('confirmed', 'title', 'sites') },
]

test('a field rests on the version that last confirmed it', () => {
  expect(confirmations(versions, 3).get('sites')).toEqual({ version: 3, by: 'Erik', at: on(3) })
  expect(confirmations(versions, 3).get('title')).toEqual({ version: 1, by: 'Eva', at: on(1) })
})

test('what came later, or was given back, confirms nothing', () => {
  expect(confirmations(versions, 2).get('sites')).toEqual({ version: 1, by: 'Eva', at: on(1) })
  expect(confirmations([versions[1] as (typeof versions)[number]], 3).size).toBe(0)
})
