import { expect, it } from 'vitest'
import { FormContent } from '../schema/forms'
import { asksRecord, namesFields, optedOutBy } from './forms-named'
import { standardForm } from './forms-standard'
import { asks } from './forms-written'

const form = FormContent.parse({
  title: { en: 'Form', sv: 'Formulär' },
  fields: [
    asks('people', 'header', ['People', 'Personer']),
    asks('payer', 'text', ['Who pays', 'Vem betalar']),
    asks('contract', 'attachment', ['Contract', 'Avtal']),
  ],
})

it.each([
  [[], undefined, true],
  [['payer'], undefined, true],
  [['payer', 'contract'], undefined, true],
  [['payer', '811218-9876'], undefined, false],
  [['people'], undefined, false],
  [['contract'], 'attachment', true],
  [['payer'], 'attachment', false],
  [['constructor'], undefined, false],
] as const)('whether %j name fields (of kind %s): %s', (keys, kind, told) => {
  expect(namesFields(form, keys, kind)).toBe(told)
})

it('names no field of a request without a form', () => {
  expect([namesFields(null, []), namesFields(null, ['payer'])]).toEqual([true, false])
})

const both = { en: 'x', sv: 'x' }
const recording = (field: object) => FormContent.parse({ title: both, fields: [{ label: both, ...field }] })
const [named, unnamed] = ['named', 'unnamed'].map((key) => ({ key, label: both }))

it.each([
  ['the standard form', FormContent.parse(standardForm), true],
  ['a form that does not ask it', form, false],
  ['no form', null, false],
  ['a choice of that key', recording({ key: 'public-record', kind: 'option', options: [named, unnamed] }), true],
  ['words under that key', recording({ key: 'public-record', kind: 'text' }), false],
  ['a choice that cannot be declined', recording({ key: 'public-record', kind: 'option', options: [named] }), false],
] as const)('whether %s asks of the public record: %s', (_, asked, told) => {
  expect(asksRecord(asked)).toBe(told)
  expect(optedOutBy(asked, { 'public-record': 'unnamed' })).toBe(told ? true : null)
  expect(optedOutBy(asked, { 'public-record': 'named' })).toBe(told ? false : null)
  expect(optedOutBy(asked, {})).toBeNull()
})
