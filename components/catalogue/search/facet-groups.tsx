'use client'

/** A value as its line shows it: what the form sends, its word, how many datasets have it, and whether it is chosen. */
type Choice = readonly [value: string, label: string, count: string, chosen: boolean]

export interface FacetGroup {
  name: string
  title: string
  first: readonly Choice[]
  rest: readonly Choice[]
  /** What opens the rest. */
  more: string
}

type Props = { groups: readonly FacetGroup[]; form: string }

/** The values of each filter. Sent as what they say, not as elements: drawn once on the server, where elements would be drawn twice. */
export function FacetGroups({ groups, form }: Props) {
  return groups.map(({ name, title, first, rest, more }) => {
    const draw = ([value, label, count, chosen]: Choice) => (
      <label key={value} className="facet-value">
        <input type="checkbox" id={`${name}-${value}`} {...{ name, value, form }} defaultChecked={chosen} />
        {label}
        <span>{count}</span>
      </label>
    )
    return (
      <fieldset key={name}>
        <legend className="mb-1 text-sm font-medium text-soft">{title}</legend>
        {first.map(draw)}
        {rest.length > 0 && (
          <details>
            <summary className="text-sm text-accent hover:underline">{more}</summary>
            {rest.map(draw)}
          </details>
        )}
      </fieldset>
    )
  })
}
