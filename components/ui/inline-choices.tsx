'use client'
import { useField } from './form-context'

type Props = {
  name: string
  label: string
  options: readonly { readonly value: string; readonly label: string }[]
  chosen: readonly string[]
}

/** Boxes about one thing side by side: one line of a long list, several of which may share a name. */
export function InlineChoices({ name, label, options, chosen }: Props) {
  const { typed } = useField(name)
  return (
    <fieldset className="border-t border-line py-1.5">
      <legend className="sr-only">{label}</legend>
      <div className="grid gap-x-5 gap-y-1 sm:grid-cols-[minmax(10rem,16rem)_minmax(0,1fr)]">
        <span aria-hidden>{label}</span>
        <span className="flex flex-wrap gap-x-5 gap-y-1">
          {options.map((option) => (
            <label key={option.value} className="inline-flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                name={name}
                value={option.value}
                defaultChecked={(typed ?? chosen).includes(option.value)}
                className="size-4.5 shrink-0"
              />
              {option.label}
            </label>
          ))}
        </span>
      </div>
    </fieldset>
  )
}
