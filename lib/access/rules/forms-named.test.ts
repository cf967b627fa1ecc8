import { expect, it } from 'vitest'
import { FormContent } from '../schema/forms'
import { namesFields } from './forms-named'
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
