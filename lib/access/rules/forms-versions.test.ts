import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FormContent, invalidForm } from '../schema/forms'
import { asksTheSame, differenceOfVersions } from './forms-difference'
import { addField, changeField, freeKey, moveField, removeField } from './forms-edit'

const both = (text: string) => ({ en: text, sv: text })
const text = (key: string, more: object = {}) => ({ key, kind: 'text', label: both(key), ...more })
const option = (key: string) => ({
  key,
  kind: 'option',
  label: both(key),
  options: [{ key: 'yes', label: both('Yes') }],
})
const raw = (...fields: object[]) => ({ title: both('Form'), fields })
const formOf = (...fields: object[]) => FormContent.parse(raw(...fields))
const on = (field: string, ...options: string[]) => ({ visibleIf: { field, options } })

const refused: readonly [string, object[], string][] = [
  ['two fields of one key', [text('a'), text('a')], `fields.1.key ${invalidForm.repeated}`],
  ['a key with capitals', [text('Aa')], `fields.0.key ${invalidForm.key}`],
  ['a choice without options', [{ ...option('a'), options: [] }], `fields.0.options ${invalidForm.options}`],
  [
    'options that nobody chooses from',
    [{ ...text('a'), options: option('a').options }],
    `fields.0.options ${invalidForm.notForKind}`,
  ],
  ['a table without columns', [{ ...text('a'), kind: 'table' }], `fields.0.columns ${invalidForm.columns}`],
  ['a length of a choice', [{ ...option('a'), maxLength: 5 }], `fields.0.maxLength ${invalidForm.notForKind}`],
  ['a length of nothing', [text('a', { maxLength: 0 })], `fields.0.maxLength ${invalidForm.length}`],
  [
    'a placeholder in a date',
    [{ ...text('a'), kind: 'date', placeholder: both('x') }],
    `fields.0.placeholder ${invalidForm.notForKind}`,
  ],
  [
    'a condition on what comes later',
    [text('a', on('b', 'yes')), option('b')],
    `fields.0.visibleIf ${invalidForm.condition}`,
  ],
  ['a condition on itself', [{ ...option('a'), ...on('a', 'yes') }], `fields.0.visibleIf ${invalidForm.condition}`],
  ['a condition on words', [text('a'), text('b', on('a', 'yes'))], `fields.1.visibleIf ${invalidForm.condition}`],
  ['a condition on no option', [option('a'), text('b', on('a', 'no'))], `fields.1.visibleIf ${invalidForm.condition}`],
  [
    'two descriptions',
    [
      { ...text('a'), kind: 'description' },
      { ...text('b'), kind: 'description' },
    ],
    `fields.1.kind ${invalidForm.once}`,
  ],
  ['a kind that is none', [{ ...text('a'), kind: 'colour' }], `fields.0.kind ${invalidForm.kind}`],
  [
    'words in one language',
    [{ ...text('a'), label: { en: 'A', sv: ' ' } }],
    `fields.0.label.sv ${invalidForm.required}`,
  ],
  [
    'a personal number',
    [text('a', { help: both('811218-9876') })],
    'fields.0.help.en catalogue.invalid.personal-number?at=1',
  ],
]

it.each(refused)('a form with %s is refused there', (_, fields, said) => {
  const issues = FormContent.safeParse(raw(...fields)).error?.issues ?? []
  expect(issues.map(({ path, message }) => `${path.join('.')} ${message}`)).toContain(said)
})

describe('the difference of two versions', () => {
  const before = formOf(option('a'), text('b'), text('c'), text('d'))

  it('is none between a form and itself', () => {
    expect(asksTheSame(before, structuredClone(before))).toBe(true)
  })

  it('tells what came, went, moved and changed', () => {
    const after = formOf(text('d'), option('a'), text('b', { optional: true, ...on('a', 'yes') }), text('e'))
    const { fields } = differenceOfVersions(before, after)
    expect(
      fields.map(({ key, change, ...one }) => [key, change, 'aspects' in one ? [...one.aspects, one.moved] : null]),
    ).toEqual([
      ['d', 'changed', [true]],
      ['b', 'changed', ['optional', 'visibleIf', false]],
      ['e', 'added', null],
      ['c', 'removed', null],
    ])
  })

  it('is none exactly where nothing differs, whatever was moved', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }), (order) => {
        const after = { ...before, fields: order.flatMap((key) => before.fields.filter((field) => field.key === key)) }
        const moved = differenceOfVersions(before, after).fields
        expect(moved.every((one) => one.change === 'changed' && one.moved && one.aspects.length === 0)).toBe(true)
        expect(moved.length === 0).toBe(order.join('') === 'abcd')
        expect(moved.length).toBeLessThan(4)
      }),
    )
  })
})

describe('editing a form', () => {
  const form = formOf(text('a'), text('b'), text('c'))
  const keys = ({ fields }: FormContent) => fields.map(({ key }) => key).join('')

  it('adds, changes, moves and removes', () => {
    const [x] = formOf(text('x')).fields
    if (!x) throw new Error('a field')
    expect(keys(addField(form, x))).toBe('abcx')
    expect(keys(addField(form, x, 0))).toBe('xabc')
    expect(keys(moveField(form, 'a', 2))).toBe('bca')
    expect(keys(moveField(form, 'c', -5))).toBe('cab')
    expect(keys(moveField(form, 'none', 0))).toBe('abc')
    expect(keys(removeField(form, 'b'))).toBe('ac')
    expect(changeField(form, 'b', { ...x, key: 'b', optional: true }).fields[1]?.optional).toBe(true)
  })

  it('moving there and back is as if nothing was', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2), fc.constantFrom(0, 1, 2), (from, to) => {
        const key = form.fields[from]?.key ?? ''
        expect(moveField(moveField(form, key, to), key, from)).toEqual(form)
      }),
    )
  })

  it.each([
    ['Study’s name', 'study-s-name'],
    ['Åldrar', 'aldrar'],
    ['42', 'field'],
    ['A', 'a-2'],
    ['', 'field'],
  ])('finds a key for “%s”: %s', (label, key) => {
    expect(freeKey(form, label)).toBe(key)
  })
})
