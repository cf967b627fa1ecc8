import { placeOf, type UseCondition } from '../schema/data-use'
import { type DuoId, duoTerms, isDuo, modifiers } from './duo'

type Typed = Readonly<Record<string, unknown>>
type Written = { term: string; values: string[] }

const textOf = (typed: Typed, name: string): string => (typeof typed[name] === 'string' ? (typed[name] as string) : '')
const linesOf = (typed: Typed, term: string): string[] =>
  textOf(typed, `values.${term}`)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A statement of data use as its form has it, for the schema to judge: the permission, then the modifiers that are ticked or filled in. */
export function readDataUse(typed: Typed): Written[] {
  const permission = textOf(typed, 'permission')
  const ticked = [typed.modifiers ?? []].flat()
  const named = (term: string): Written => {
    const values = linesOf(typed, term)
    const places = isDuo(term) && duoTerms[term].asks === 'countries'
    return { term, values: places ? values.map(placeOf) : values }
  }
  const asks = isDuo(permission) && duoTerms[permission].asks !== 'nothing'
  const first = permission === '' ? [] : [asks ? named(permission) : { term: permission, values: [] }]
  const more = modifiers.filter((term) => ticked.includes(term) || linesOf(typed, term).length > 0)
  return [...first, ...more.map(named)]
}

/** The control that an issue of a statement is about: `conditions.1.values.0` is `values.<the second term>`. */
export function controlOfUse(path: string, written: readonly Written[]): string {
  const [head, place, part] = path.split('.')
  if (head !== 'conditions') return path
  const term = written[Number(place)]?.term
  return part === 'values' && term !== undefined ? `values.${term}` : 'permission'
}

/** What a condition refers to, as it stands in its control. */
export const writeValues = (conditions: readonly UseCondition[], term: DuoId): string =>
  conditions.find((one) => one.term === term)?.values.join('\n') ?? ''
