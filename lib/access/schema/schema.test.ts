import { expect, it } from 'vitest'
import { MatchDataUse } from './duo'
import { FormSlug } from './forms'
import { AnswersGiven } from './forms-answers'

it.each([
  ['standard', true],
  ['imaging-2', true],
  ['new', false],
  ['2-imaging', false],
  ['Imaging', false],
  ['a--b', false],
  ['x', false],
])('%s as the address of a form: %s', (slug, right) => {
  expect(FormSlug.safeParse(slug).success).toBe(right)
})

it('takes answers of every form, and nothing else', () => {
  const given = { a: 'words', b: ['one', 'two'], c: [{ parameter: 'Age' }, {}], d: { aim: 'x', touches: ['y'] }, e: [] }
  expect(AnswersGiven.parse(given)).toEqual(given)
  for (const wrong of [{ a: 1 }, { a: [1] }, { a: [{ b: 1 }] }, { a: { b: { c: 'd' } } }, { a: null }, []])
    expect(AnswersGiven.safeParse(wrong).success).toBe(false)
})

it('reads a purpose from an address', () => {
  const asked = {
    dataset: ['ctpa', 'drsk'],
    aim: 'DUO:0000007',
    diseases: 'Stroke; cancer',
    countries: 'se, Norway',
    months: '12',
  }
  expect(MatchDataUse.parse({ ...asked, use: '', ethicsApproval: 'true' })).toEqual({
    dataset: ['ctpa', 'drsk'],
    aim: 'DUO:0000007',
    diseases: ['Stroke', 'cancer'],
    touches: [],
    accepts: [],
    organisation: null,
    use: null,
    countries: ['SE', 'NO'],
    institution: null,
    months: 12,
    ethicsApproval: true,
  })
})
