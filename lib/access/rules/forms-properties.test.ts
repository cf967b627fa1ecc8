import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FormContent, type FormField } from '../schema/forms'
import type { Answers } from '../schema/forms-answers'
import { judgeAnswers } from './forms-judge'
import { answersForReviewer } from './forms-reviewer'
import { visibleFields } from './forms-visibility'

const both = (text: string) => ({ en: text, sv: text })
const field = (key: string, kind: FormField['kind'], more: object = {}) => ({ key, kind, label: both(key), ...more })
const yesNo = {
  options: [
    { key: 'yes', label: both('Yes') },
    { key: 'no', label: both('No') },
  ],
}
const formOf = (...fields: object[]) => FormContent.parse({ title: both('Form'), fields })
const none = { attachments: new Set<string>() }
const number = '811218-9876'

const world = formOf(
  field('a', 'option', { ...yesNo, privateFromReviewers: true }),
  field('b', 'multi-select', { ...yesNo, visibleIf: { field: 'a', options: ['yes'] } }),
  field('c', 'text', { visibleIf: { field: 'b', options: ['no'] } }),
  field('d', 'text', { privateFromReviewers: true }),
  field('e', 'option', yesNo),
  field('f', 'text', { visibleIf: { field: 'e', options: ['yes'] } }),
  field('g', 'pseudonymization', { optional: true }),
)
const word = fc.constantFrom('yes', 'no', 'maybe', '', number, 'x\u0000')
const cells = fc.array(fc.dictionary(fc.constantFrom('parameter', 'source', 'key', 'data', 'method', 'other'), word), {
  maxLength: 4,
})
const anything: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...world.fields.map(({ key }) => key), 'z', '__proto__'),
  fc.oneof(word, fc.array(word, { maxLength: 3 }), cells, fc.dictionary(fc.string({ maxLength: 3 }), word)),
)

describe('properties of answers', () => {
  it('judging what judging kept changes nothing', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const once = judgeAnswers(world, given, none)
        expect(judgeAnswers(world, once.answers, none).answers).toEqual(once.answers)
      }),
    )
  })

  it('nothing kept holds a personal number or a control character', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const kept = JSON.stringify(judgeAnswers(world, given, none).answers)
        expect(kept).not.toContain(number)
        expect(kept).not.toContain('\\u0000')
      }),
    )
  })

  it('only what the applicant sees is kept', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { answers } = judgeAnswers(world, given, none)
        const seen = visibleFields(world, answers).map(({ key }) => key)
        expect(Object.keys(answers).filter((key) => !seen.includes(key))).toEqual([])
      }),
    )
  })

  it('a reviewer sees nothing private, nor what a private answer lets appear', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const { answers } = judgeAnswers(world, given, none)
        const { form, answers: shown } = answersForReviewer(world, answers)
        const keys = [...form.fields.map(({ key }) => key), ...Object.keys(shown)]
        expect(keys.filter((key) => ['a', 'b', 'c', 'd'].includes(key))).toEqual([])
        expect(shown.e).toEqual(answers.e)
      }),
    )
  })
})
