import type { ReactNode } from 'react'
import { type MessageKey, text } from '@/components/messages'
import { CheckboxGroup, RadioGroup } from '@/components/ui/choice-fields'
import type { FieldProps } from '@/components/ui/field'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import { accepted, aims, touched } from '@/lib/access/schema/duo'
import type { Answer } from '@/lib/access/schema/forms-answers'
import type { Language } from '@/lib/platform/messages'
import { ErrorsOf } from './errors-of'

type Props = FieldProps & { answer: Answer | undefined; language: Language }

/** What stands in one part of a purpose, as text and as a list. */
function partsOf(answer: Answer | undefined) {
  const given =
    typeof answer === 'object' && !Array.isArray(answer) ? (answer as Record<string, string | string[]>) : {}
  return {
    text: (part: string, between = ', ') => [given[part] ?? []].flat().join(between),
    list: (part: string) => [given[part] ?? []].flat().filter((one) => one !== ''),
  }
}

function Group(props: { name: string; label: ReactNode; hint: ReactNode; children: ReactNode }) {
  const { name, label, hint, children } = props
  return (
    <section className="mb-5 rounded-md border border-line px-4 pt-3">
      <p className="mb-1 font-medium">{label}</p>
      {hint && <div className="mb-3 max-w-[70ch] text-sm text-soft">{hint}</div>}
      <ErrorsOf name={name} label={String(label)} />
      {children}
    </section>
  )
}

/** The purpose of a request in terms that the conditions of datasets are compared with. */
export function PurposeFields({ name, label, hint, optional, answer, language }: Props) {
  const t = text(language)
  const { text: said, list } = partsOf(answer)
  const option = (stem: string) => (value: string) => ({ value, label: t(`${stem}.${value}` as MessageKey) })
  const own = (part: string) => ({ name: `${name}.${part}`, label: t(`answers.purpose.${part}` as MessageKey) })
  const free = (part: string) => ({ ...own(part), optional: true, defaultValue: said(part) })
  return (
    <Group name={name} label={label} hint={hint}>
      <RadioGroup
        {...own('aim')}
        optional={optional}
        options={aims.map(option('answers.purpose.aim'))}
        defaultValue={said('aim')}
      />
      <TextArea
        {...free('diseases')}
        defaultValue={said('diseases', '\n')}
        hint={t('answers.purpose.diseases.hint')}
        rows={2}
      />
      <CheckboxGroup
        {...own('touches')}
        optional
        options={touched.map(option('access.duo.touched'))}
        defaultValue={list('touches')}
      />
      <CheckboxGroup
        {...own('accepts')}
        optional
        options={accepted.map(option('answers.purpose.accepts'))}
        defaultValue={list('accepts')}
      />
      <RadioGroup
        {...own('organisation')}
        optional
        options={['not-for-profit', 'for-profit'].map(option('answers.purpose.organisation'))}
        defaultValue={said('organisation')}
      />
      <RadioGroup
        {...own('use')}
        optional
        options={['non-commercial', 'commercial'].map(option('answers.purpose.use'))}
        defaultValue={said('use')}
      />
      <TextInput {...free('countries')} hint={t('answers.purpose.countries.hint')} width="medium" />
      <TextInput {...free('institution')} hint={t('answers.purpose.institution.hint')} />
      <TextInput {...free('months')} inputMode="numeric" width="short" />
    </Group>
  )
}
