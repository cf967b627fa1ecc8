import { describe, expect, it } from 'vitest'
import { FormContent, type FormField } from '../schema/forms'
import type { Answer } from '../schema/forms-answers'
import { fieldsOfFindings } from './forms-finding'
import { descriptionOf, judgeAnswers } from './forms-judge'
import { readAnswers } from './forms-read'

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

const oneOf = (kind: FormField['kind'], more: object = {}) => formOf(field('it', kind, more))
const judged = (form: FormContent, answer: Answer) =>
  judgeAnswers(form, { it: answer }, { attachments: new Set(['f1', 'f2']) })

const right: readonly [FormField['kind'], object, Answer, Answer][] = [
  ['text', {}, '  Lungs \r\n', 'Lungs'],
  ['long-text', { maxLength: 10 }, 'one\r\ntwo', 'one\ntwo'],
  ['description', {}, 'A study', 'A study'],
  ['date', {}, '2026-11-27', '2026-11-27'],
  ['email', {}, 'Ada@Example.org', 'ada@example.org'],
  ['phone', {}, '+46 13-28 10 00', '+4613281000'],
  ['ip-address', {}, ' 130.236.251.100 ', '130.236.251.100'],
  ['option', yesNo, 'yes', 'yes'],
  ['multi-select', yesNo, ['no', 'yes', 'no'], ['no', 'yes']],
  ['attachment', {}, ['f2', 'f2'], ['f2']],
  [
    'table',
    {
      columns: [
        { key: 'a', label: both('A') },
        { key: 'b', label: both('B'), optional: true },
      ],
    },
    [{ a: '1', c: 'x' }, {}],
    [{ a: '1', b: '' }],
  ],
  [
    'selection-criteria',
    {},
    [
      {
        from: '2019-01-01',
        until: '2020-01-01',
        examination: 'CT thorax',
        sex: 'any',
        'age-from': '18',
        'age-to': '',
        tissue: '',
      },
      { sex: 'any' },
    ],
    [
      {
        from: '2019-01-01',
        until: '2020-01-01',
        examination: 'CT thorax',
        sex: 'any',
        'age-from': '18',
        'age-to': '',
        tissue: '',
      },
    ],
  ],
  [
    'pseudonymization',
    {},
    [{ parameter: 'PIN', source: 'LIS', key: 'yes', data: 'no', method: 'Delete.' }],
    [{ parameter: 'PIN', source: 'LIS', key: 'yes', data: 'no', method: 'Delete.' }],
  ],
  ['data-use', {}, { aim: 'DUO:0000006', countries: 'SE' }, { aim: 'DUO:0000006', countries: 'SE' }],
]

const wrong: readonly [string, FormField['kind'], object, Answer, string, string][] = [
  ['words too many', 'text', { maxLength: 3 }, 'four', 'wrong', 'answers.it access.answer.too-long?max=3'],
  ['far too many words', 'text', {}, 'x'.repeat(20_001), 'unstorable', 'answers.it access.answer.too-long?max=20000'],
  ['a bell', 'text', {}, 'ring\u0007', 'unstorable', 'answers.it access.answer.control'],
  ['a personal number', 'long-text', {}, `of ${number}`, 'unstorable', 'answers.it access.answer.personal-number?at=4'],
  ['a list where words are asked', 'text', {}, ['a'], 'unstorable', 'answers.it access.answer.shape'],
  ['a day that is none', 'date', {}, '2026-02-30', 'wrong', 'answers.it access.answer.date'],
  ['half an address', 'email', {}, 'ada@', 'wrong', 'answers.it access.answer.email'],
  ['a number without its country', 'phone', {}, '013-281000', 'wrong', 'answers.it access.answer.phone'],
  [
    'a personal number as a telephone',
    'phone',
    {},
    number,
    'unstorable',
    'answers.it access.answer.personal-number?at=1',
  ],
  ['no address', 'ip-address', {}, '1.2.3', 'wrong', 'answers.it access.answer.ip'],
  ['a private address', 'ip-address', {}, '192.168.0.4', 'wrong', 'answers.it access.answer.ip-private'],
  ['an option that is none', 'option', yesNo, 'maybe', 'unstorable', 'answers.it access.answer.choice'],
  ['two options where one is asked', 'option', yesNo, ['yes', 'no'], 'unstorable', 'answers.it access.answer.choice'],
  ['a file of somebody else', 'attachment', {}, ['f9'], 'unstorable', 'answers.it access.answer.attachment'],
  ['prose where lines are asked', 'selection-criteria', {}, 'all', 'unstorable', 'answers.it access.answer.shape'],
  [
    'a line begun',
    'pseudonymization',
    {},
    [{ parameter: 'Age' }],
    'missing',
    'answers.it.0.source access.answer.cell-required?row=1',
  ],
  [
    'years that are none',
    'selection-criteria',
    {},
    [{ examination: 'CT', sex: 'any', 'age-from': 'old' }],
    'wrong',
    'answers.it.0.age-from access.answer.years',
  ],
  [
    'ages that end before they begin',
    'selection-criteria',
    {},
    [{ examination: 'CT', sex: 'any', 'age-from': '40', 'age-to': '20' }],
    'wrong',
    'answers.it.0.age-to access.answer.years-order',
  ],
  [
    'days that end before they begin',
    'selection-criteria',
    {},
    [{ examination: 'CT', sex: 'any', from: '2020-01-01', until: '2019-01-01' }],
    'wrong',
    'answers.it.0.until access.answer.date-order',
  ],
  [
    'a personal number in a cell, behind an empty line',
    'pseudonymization',
    {},
    [{}, { parameter: 'PIN', source: number, key: 'yes', data: 'no', method: '-' }],
    'unstorable',
    'answers.it.1.source access.answer.cell-personal-number?at=1&row=2&column=2',
  ],
  [
    'a disease without its name',
    'data-use',
    {},
    { aim: 'DUO:0000007' },
    'missing',
    'answers.it.diseases access.answer.required',
  ],
  [
    'a purpose without its aim',
    'data-use',
    {},
    { countries: 'SE' },
    'missing',
    'answers.it.aim access.answer.required',
  ],
  [
    'a country that is none',
    'data-use',
    {},
    { aim: 'DUO:0000006', countries: 'XX' },
    'wrong',
    'answers.it.countries access.answer.country',
  ],
  [
    'a personal number in a purpose',
    'data-use',
    {},
    { aim: 'DUO:0000006', institution: number },
    'unstorable',
    'answers.it.institution access.answer.personal-number?at=1',
  ],
]

describe('judgeAnswers', () => {
  it.each(right)('takes a %s as it is asked', (kind, more, given, kept) => {
    expect(judged(oneOf(kind, more), given)).toEqual({
      answers: { it: kept },
      findings: [],
      mayBeKept: true,
      isComplete: true,
    })
  })

  it.each(wrong)('finds %s', (_, kind, more, given, severity, said) => {
    const { findings, mayBeKept, isComplete } = judged(oneOf(kind, more), given)
    const [place, [message] = ['']] = Object.entries(fieldsOfFindings(findings))[0] ?? ['', []]
    expect([findings[0]?.severity, `${place} ${message}`]).toEqual([severity, said])
    expect([mayBeKept, isComplete]).toEqual([severity !== 'unstorable', false])
  })

  it('asks for what is not optional, and for nothing else', () => {
    const form = formOf(
      field('a', 'text'),
      field('b', 'text', { optional: true }),
      field('c', 'header'),
      field('d', 'label'),
    )
    const { findings } = judgeAnswers(form, { b: ' ' }, none)
    expect(findings).toMatchObject([{ field: 'a', severity: 'missing', message: 'access.answer.required' }])
  })

  it('drops what is hidden and what nobody asked', () => {
    const form = formOf(
      field('share', 'option', yesNo),
      field('why', 'option', { ...yesNo, visibleIf: { field: 'share', options: ['yes'] } }),
      field('how', 'text', { visibleIf: { field: 'why', options: ['yes'] } }),
    )
    const given = { share: 'no', why: 'yes', how: 'By mail', other: 'x', constructor: 'y' }
    expect(judgeAnswers(form, given, none)).toMatchObject({ answers: { share: 'no' }, isComplete: true })
    expect(judgeAnswers(form, { ...given, share: 'yes' }, none).answers).toEqual({
      share: 'yes',
      why: 'yes',
      how: 'By mail',
    })
  })

  it('tells how the request is called', () => {
    const form = formOf(field('study', 'description'))
    expect(descriptionOf(form, { study: 'Lungs\nof miners' })).toBe('Lungs of miners')
    expect(descriptionOf(form, {})).toBeNull()
  })
})

it('reads answers from the controls of a form, lines in their places', () => {
  const form = formOf(
    field('name', 'text'),
    field('use', 'data-use'),
    field('how', 'pseudonymization'),
    field('who', 'multi-select', yesNo),
    field('said', 'label'),
  )
  const typed = {
    'answers.name': 'N',
    'answers.how.1.parameter': 'Age',
    'answers.how.9999.parameter': 'no',
    'answers.how.x.parameter': 'no',
    'answers.use.aim': 'DUO:0000006',
    'answers.use.touches': ['methods', 'genetic'],
    'answers.who': 'yes',
    other: 'x',
  }
  expect(readAnswers(form, typed)).toEqual({
    name: 'N',
    how: [{}, { parameter: 'Age' }],
    use: { aim: 'DUO:0000006', touches: ['methods', 'genetic'] },
    who: ['yes'],
  })
})
