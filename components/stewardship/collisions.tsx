'use client'
import { useFormState } from '@/components/ui/form-context'
import type { Collision } from '@/lib/catalogue/rules/draft-merge'

export type CollisionWords = {
  title: string
  mine: string
  theirs: string
  empty: string
  somebody: string
  /** `{name} changed {field} from “{before}” to “{theirs}” while you wrote.`, to be filled in here. */
  from: string
  fields: Readonly<Record<string, string>>
}

type Details = { revision: number; collisions: Collision[]; savedBy: { by: string | null }[] }

const fill = (pattern: string, values: Record<string, string>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** After a collision: each field that both changed, what the other made of it, and the choice. What was typed stays in the fields. */
export function Collisions({ words }: { words: CollisionWords }) {
  const { refusal } = useFormState()
  if (refusal?.code !== 'catalogue.collides') return null
  const { revision, collisions, savedBy } = refusal.details as Details
  const names = [...new Set(savedBy.map(({ by }) => by ?? words.somebody))].join(', ')
  const shown = (values: string[]) => (values.length === 0 ? words.empty : values.join('; '))
  return (
    <section className="mb-6 rounded-lg border border-amber bg-amber-soft p-4">
      <h2>{words.title}</h2>
      <input type="hidden" name="seenRevision" value={revision} />
      {collisions.map(({ field, before, theirs }) => (
        <fieldset key={field} className="mt-3">
          <legend className="font-medium">{words.fields[field] ?? field}</legend>
          <p className="mt-1">
            {fill(words.from, {
              name: names,
              field: words.fields[field] ?? field,
              before: shown(before),
              theirs: shown(theirs),
            })}
          </p>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className="mt-1 flex gap-2.5">
              <input type="radio" name={`choose.${field}`} value={side} required className="mt-1 size-4.5 shrink-0" />
              <span>{words[side]}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  )
}
