import type { FormContent, FormField } from '../schema/forms'

export const aspects = [
  'kind',
  'label',
  'help',
  'placeholder',
  'optional',
  'maxLength',
  'options',
  'columns',
  'visibleIf',
  'privateFromReviewers',
] as const satisfies readonly (keyof FormField)[]
export type Aspect = (typeof aspects)[number]

export type FieldDifference =
  | { readonly change: 'added'; readonly key: string; readonly after: FormField }
  | { readonly change: 'removed'; readonly key: string; readonly before: FormField }
  | {
      readonly change: 'changed'
      readonly key: string
      readonly before: FormField
      readonly after: FormField
      /** What of the field differs; with `moved` alone, only its place does. */
      readonly aspects: readonly Aspect[]
      readonly moved: boolean
    }

export type FormDifference = {
  readonly title: boolean
  readonly lead: boolean
  readonly fields: readonly FieldDifference[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The keys that kept their order among each other: the longest such row of them. The rest have moved. */
function steady(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = after.map((key) => before.indexOf(key))
  const best: number[][] = places.map((place) => [place])
  places.forEach((place, at) => {
    for (let earlier = 0; earlier < at; earlier += 1) {
      const row = best[earlier] ?? []
      if ((places[earlier] ?? 0) < place && row.length + 1 > (best[at]?.length ?? 0)) best[at] = [...row, place]
    }
  })
  const longest = best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
  return new Set(longest.map((place) => before[place] ?? ''))
}

/** What a version asks otherwise than another, field by field: first as the newer one has them, then what is gone. */
export function differenceOfVersions(before: FormContent, after: FormContent): FormDifference {
  const old = new Map(before.fields.map((field) => [field.key, field]))
  const now = new Map(after.fields.map((field) => [field.key, field]))
  const common = (fields: readonly FormField[], other: ReadonlyMap<string, unknown>) =>
    fields.map(({ key }) => key).filter((key) => other.has(key))
  const unmoved = steady(common(before.fields, now), common(after.fields, old))
  const kept = after.fields.flatMap((field): FieldDifference[] => {
    const earlier = old.get(field.key)
    if (!earlier) return [{ change: 'added', key: field.key, after: field }]
    const changed = aspects.filter((aspect) => !same(earlier[aspect], field[aspect]))
    const moved = !unmoved.has(field.key)
    if (changed.length === 0 && !moved) return []
    return [{ change: 'changed', key: field.key, before: earlier, after: field, aspects: changed, moved }]
  })
  const gone = before.fields.filter(({ key }) => !now.has(key))
  return {
    title: !same(before.title, after.title),
    lead: !same(before.lead, after.lead),
    fields: [...kept, ...gone.map((field): FieldDifference => ({ change: 'removed', key: field.key, before: field }))],
  }
}

/** Whether two versions ask the same. */
export const asksTheSame = (a: FormContent, b: FormContent): boolean => {
  const { title, lead, fields } = differenceOfVersions(a, b)
  return !title && !lead && fields.length === 0
}
