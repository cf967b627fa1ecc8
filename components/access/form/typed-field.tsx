import type { FieldProps } from '@/components/ui/field'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { FormField } from '@/lib/access/schema/forms'
import type { Answer } from '@/lib/access/schema/forms-answers'
import type { Language } from '@/lib/platform/messages'

const types: Partial<Record<FormField['kind'], 'date' | 'email' | 'tel'>> = {
  date: 'date',
  email: 'email',
  phone: 'tel',
}
const short: readonly FormField['kind'][] = ['date', 'phone', 'ip-address']

type Props = FieldProps & { field: FormField; answer: Answer | undefined; language: Language }

/** A field that is answered by typing, on one line or several. */
export function TypedField({ field, answer, language, ...common }: Props) {
  const placeholder = field.placeholder?.[language]
  const start = typeof answer === 'string' ? answer : ''
  if (field.kind === 'long-text')
    return <TextArea {...common} placeholder={placeholder} defaultValue={start} rows={5} />
  const width = short.includes(field.kind) ? 'medium' : 'full'
  return (
    <TextInput
      {...common}
      type={types[field.kind] ?? 'text'}
      placeholder={placeholder}
      defaultValue={start}
      width={width}
    />
  )
}
