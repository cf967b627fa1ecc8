import { text } from '@/components/messages'
import { CheckboxGroup, RadioGroup } from '@/components/ui/choice-fields'
import type { FieldProps } from '@/components/ui/field'
import { Select } from '@/components/ui/text-fields'
import { chosenIn } from '@/lib/access/rules/forms-visibility'
import type { FormField } from '@/lib/access/schema/forms'
import type { Answer } from '@/lib/access/schema/forms-answers'
import type { Language } from '@/lib/platform/messages'

/** As many as can be taken in at a glance; more stand in a list. */
const inSight = 7

type Props = FieldProps & { field: FormField; answer: Answer | undefined; language: Language }

/** One of several options, or any of them. */
export function ChosenField({ field, answer, language, ...common }: Props) {
  const options = field.options.map(({ key, label }) => ({ value: key, label: label[language] }))
  const chosen = chosenIn(answer)
  if (field.kind === 'multi-select') return <CheckboxGroup {...common} options={options} defaultValue={chosen} />
  // Of an optional choice the answer can be taken back, which radio buttons do not allow.
  if (field.optional || options.length > inSight)
    return (
      <Select
        {...common}
        options={options}
        defaultValue={chosen[0]}
        empty={field.optional ? text(language)('answers.choose.none') : undefined}
      />
    )
  return <RadioGroup {...common} options={options} defaultValue={chosen[0]} />
}
