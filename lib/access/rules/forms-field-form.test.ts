import { describe, expect, it } from 'vitest'
import { FormContent } from '../schema/forms'
import { addField } from './forms-edit'
import { controlOf, lineOf, readField, writeLines } from './forms-field-form'

const both = (text: string) => ({ en: text, sv: text })
const form = FormContent.parse({
  title: both('Form'),
  fields: [{ key: 'share', kind: 'option', label: both('Share'), options: [{ key: 'yes', label: both('Yes') }] }],
})

describe('readField', () => {
  it('reads a field from its form, and what does not belong to its kind is left', () => {
    const typed = {
      labelEn: ' With whom ',
      labelSv: 'Med vem',
      helpEn: '',
      helpSv: '',
      maxLength: '1 000',
      optional: 'on',
      options: 'a | A | A',
      condition: ['share/yes'],
    }
    expect(readField(form, 'text', null, typed)).toEqual({
      key: 'with-whom',
      kind: 'text',
      label: { en: 'With whom', sv: 'Med vem' },
      help: null,
      placeholder: null,
      optional: true,
      maxLength: 1000,
      options: [],
      columns: [],
      visibleIf: { field: 'share', options: ['yes'] },
      privateFromReviewers: false,
    })
  })

  it('reads lists, one member a line', () => {
    const typed = {
      labelEn: 'P',
      labelSv: 'P',
      columns: 'parameter | Parameter | Parameter\r\n\r\nwhy | Why | Varför | optional',
    }
    const field = readField(form, 'table', 'p', typed)
    expect(field.columns).toEqual([
      { key: 'parameter', label: both('Parameter'), optional: false },
      { key: 'why', label: { en: 'Why', sv: 'Varför' }, optional: true },
    ])
    const kept = FormContent.parse({ ...form, fields: [field] }).fields[0]
    expect(writeLines(kept?.columns ?? [])).toBe('parameter | Parameter | Parameter\nwhy | Why | Varför | optional')
  })

  it('lets the schema say what is wrong, at the control and the line', () => {
    const typed = {
      labelEn: 'P',
      labelSv: '',
      options: 'yes | Yes | Ja\nno | No',
      condition: ['share/yes', 'other/no'],
    }
    const field = readField(form, 'option', null, { ...typed, condition: [] })
    const issues = FormContent.safeParse({ ...form, fields: [...form.fields, field] }).error?.issues ?? []
    const places = issues.map(({ path }) => `content.${path.join('.')}`)
    expect(places.map((path) => [controlOf(path, 1), lineOf(path)])).toEqual([
      ['labelSv', null],
      ['options', 2],
    ])
    const right = readField(form, 'text', null, { ...typed, labelSv: 'P' })
    const conditions = FormContent.safeParse(addField(form, right as never)).error?.issues ?? []
    expect(conditions.map(({ path }) => controlOf(`content.${path.join('.')}`, 1))).toEqual(['condition', 'condition'])
    expect(controlOf('content.fields.0.key', 1)).toBe('')
  })
})
