import {
  type FieldKind,
  type FormContent,
  type FormField,
  hasLength,
  hasOptions,
  hasPlaceholder,
} from '../schema/forms'
import { freeKey } from './forms-edit'
import type { FieldWritten } from './forms-written'

type Typed = Readonly<Record<string, unknown>>

const textOf = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
}
const textsOf = (typed: Typed, name: string): string[] =>
  [typed[name] ?? []].flat().filter((one): one is string => typeof one === 'string')

const bothOf = (typed: Typed, stem: string) => ({ en: textOf(typed, `${stem}En`), sv: textOf(typed, `${stem}Sv`) })
const bothOrNone = (typed: Typed, stem: string) => {
  const words = bothOf(typed, stem)
  return words.en === '' && words.sv === '' ? null : words
}

type Line = { key: string; label: { en: string; sv: string }; mark: string }

/** The members of a list, one a line, parted by bars; a line of another form has an empty key, which the schema refuses there. */
function linesOf(typed: Typed, name: string): Line[] {
  return textOf(typed, name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [key = '', en = '', sv = '', mark = '', ...more] = line.split('|').map((part) => part.trim())
      return { key: more.length > 0 ? '' : key, label: { en, sv }, mark }
    })
}

/** The condition that boxes `field/option` make; of several fields the first is meant, and the schema refuses the others’ options. */
function conditionOf(typed: Typed): FormField['visibleIf'] {
  const ticked = textsOf(typed, 'condition').map((box) => box.split('/'))
  const field = ticked[0]?.[0]
  if (field === undefined) return null
  return { field, options: ticked.map(([of = '', option = '']) => (of === field ? option : `${of}/${option}`)) }
}

/** A field as its form has it, for the schema to judge; `key` null: a new one, whose key is made from its label where none was typed. */
export function readField(form: FormContent, kind: FieldKind, key: string | null, typed: Typed): FieldWritten {
  const label = bothOf(typed, 'label')
  const longest = textOf(typed, 'maxLength').replace(/\s/g, '')
  return {
    key: key ?? (textOf(typed, 'key') || freeKey(form, label.en)),
    kind,
    label,
    help: bothOrNone(typed, 'help'),
    placeholder: hasPlaceholder(kind) ? bothOrNone(typed, 'placeholder') : null,
    optional: typed.optional === 'on',
    maxLength: hasLength(kind) && longest !== '' ? Number(longest) : null,
    options: hasOptions(kind)
      ? linesOf(typed, 'options').map(({ key: one, label: words }) => ({ key: one, label: words }))
      : [],
    columns:
      kind === 'table'
        ? linesOf(typed, 'columns').map(({ key: one, label: words, mark }) => ({
            key: one,
            label: words,
            optional: mark === 'optional',
          }))
        : [],
    visibleIf: conditionOf(typed),
    privateFromReviewers: typed.privateFromReviewers === 'on',
  }
}

/** A list as it stands in the form of its field. */
export const writeLines = (list: FormField['options'] | FormField['columns']): string =>
  list
    .map((one) =>
      [one.key, one.label.en, one.label.sv, ...('optional' in one && one.optional ? ['optional'] : [])].join(' | '),
    )
    .join('\n')

/** The control of a field's form that an issue of the whole form is about: `content.fields.3.label.en` is `labelEn`. */
export function controlOf(path: string, place: number): string {
  const behind = path.replace(/^content\./, '').split('.')
  if (behind[0] !== 'fields' || Number(behind[1]) !== place) return ''
  const [, , name = 'key', part = ''] = behind
  if (name === 'visibleIf') return 'condition'
  if (['label', 'help', 'placeholder'].includes(name)) return `${name}${part === 'sv' ? 'Sv' : 'En'}`
  return name
}

/** Which line of a list an issue is about, counted from 1; null for anything else. */
export function lineOf(path: string): number | null {
  const found = /^content\.fields\.\d+\.(options|columns)\.(\d+)(\.|$)/.exec(path)
  return found ? Number(found[2]) + 1 : null
}

/** The title and the introduction of a form as their controls have them. */
export const readTitle = (typed: Typed) => ({ title: bothOf(typed, 'title'), lead: bothOrNone(typed, 'lead') })
