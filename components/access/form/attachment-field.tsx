import { text } from '@/components/messages'
import { CheckboxGroup } from '@/components/ui/choice-fields'
import type { FieldProps } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-fields'
import { chosenIn } from '@/lib/access/rules/forms-visibility'
import type { FormField } from '@/lib/access/schema/forms'
import type { Answer } from '@/lib/access/schema/forms-answers'
import type { Language } from '@/lib/platform/messages'
import { ErrorsOf } from './errors-of'

/** A file of the request: its id as answers have it, its name, and where it is had where the reader may. */
export type KeptFile = { readonly id: string; readonly name: string; readonly href?: string }

type Props = FieldProps & {
  field: FormField
  answer: Answer | undefined
  files: readonly KeptFile[]
  language: Language
}

/** The files that are there, each of which can be taken out, and a control for more (`files.<field>`). */
export function AttachmentField({ field, answer, files, language, ...common }: Props) {
  const t = text(language)
  const ids = chosenIn(answer)
  const kept = files.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      {kept.length > 0 && (
        <CheckboxGroup
          {...common}
          label={`${field.label[language]}: ${t('answers.files.kept')}`}
          hint={undefined}
          options={kept}
          defaultValue={ids}
        />
      )}
      {kept.length === 0 && <ErrorsOf name={common.name} label={field.label[language]} />}
      {/* Another one once files were taken in, or the same would be handed in again. */}
      <TextInput
        key={kept.map(({ value }) => value).join()}
        {...common}
        name={kept.length > 0 ? `files.${field.key}` : common.name.replace(/^answers\./, 'files.')}
        label={kept.length > 0 ? t('answers.files.add') : common.label}
        optional={common.optional || kept.length > 0}
        hint={
          <>
            {common.hint}
            <p>{t('answers.files.hint')}</p>
          </>
        }
        type="file"
        accept="application/pdf,.pdf,text/csv,.csv"
        multiple
      />
    </>
  )
}
