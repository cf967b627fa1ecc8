import { type Text, text } from '@/components/messages'
import { Checkbox, CheckboxGroup } from '@/components/ui/choice-fields'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import { writeLines } from '@/lib/access/rules/forms-field-form'
import {
  type FieldKind,
  type FormField,
  hasLength,
  hasOptions,
  hasPlaceholder,
  isAnswered,
} from '@/lib/access/schema/forms'
import type { Language } from '@/lib/platform/messages'

type Props = {
  language: Language
  kind: FieldKind
  /** Null: a new one. */
  field: FormField | null
  /** The fields that stand before it, on whose answers it may depend. */
  before: readonly FormField[]
}

/** Everything that a steward says of one field. */
export function FieldForm({ language, kind, field, before }: Props) {
  const t = text(language)
  const both = (name: 'label' | 'help' | 'placeholder', long: boolean, optional: boolean) =>
    (['En', 'Sv'] as const).map((side) => {
      const lang = side === 'En' ? 'en' : 'sv'
      const common = {
        name: `${name}${side}`,
        label: t(`forms.field.${name}.${lang}`),
        optional,
        hint: optional && side === 'En' ? t('forms.field.both') : undefined,
        defaultValue: field?.[name]?.[lang] ?? '',
        lang,
      }
      return long ? <TextArea key={side} {...common} rows={2} /> : <TextInput key={side} {...common} width="full" />
    })
  return (
    <>
      {both('label', kind === 'label', false)}
      {field === null && (
        <TextInput
          name="key"
          label={t('forms.field.key')}
          hint={t('forms.field.key.hint')}
          width="medium"
          optional
          spellCheck={false}
        />
      )}
      {isAnswered({ kind }) && (
        <>
          {both('help', true, true)}
          {hasPlaceholder(kind) && both('placeholder', false, true)}
          <Lists t={t} kind={kind} field={field} />
          {hasLength(kind) && (
            <TextInput
              name="maxLength"
              label={t('forms.field.max')}
              width="short"
              inputMode="numeric"
              optional
              defaultValue={field?.maxLength ?? ''}
            />
          )}
          <Checkbox name="optional" label={t('forms.field.is-optional')} defaultChecked={field?.optional} />
        </>
      )}
      <Checkbox
        name="privateFromReviewers"
        label={t('forms.field.is-private')}
        hint={t('forms.field.is-private.hint')}
        defaultChecked={field?.privateFromReviewers}
      />
      <Condition language={language} field={field} before={before} />
    </>
  )
}

function Lists({ t, kind, field }: { t: Text; kind: FieldKind; field: FormField | null }) {
  const common = { rows: 5, spellCheck: false }
  if (hasOptions(kind))
    return (
      <TextArea
        {...common}
        name="options"
        label={t('forms.field.options')}
        hint={t('forms.field.lines.hint')}
        defaultValue={writeLines(field?.options ?? [])}
      />
    )
  if (kind !== 'table') return null
  return (
    <TextArea
      {...common}
      name="columns"
      label={t('forms.field.columns')}
      hint={t('forms.field.columns.hint')}
      defaultValue={writeLines(field?.columns ?? [])}
    />
  )
}

function Condition({ language, field, before }: Omit<Props, 'kind'>) {
  const t = text(language)
  const options = before
    .filter(({ kind }) => hasOptions(kind))
    .flatMap((one) =>
      one.options.map((option) => ({
        value: `${one.key}/${option.key}`,
        label: `${one.label[language]}: ${option.label[language]}`,
      })),
    )
  if (options.length === 0) return <p className="mb-5 text-sm text-soft">{t('forms.field.condition.none')}</p>
  const { visibleIf } = field ?? { visibleIf: null }
  return (
    <CheckboxGroup
      name="condition"
      label={t('forms.field.condition')}
      hint={t('forms.field.condition.hint')}
      optional
      options={options}
      defaultValue={visibleIf === null ? [] : visibleIf.options.map((option) => `${visibleIf.field}/${option}`)}
    />
  )
}
