import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { CheckboxGroup, RadioGroup } from '@/components/ui/choice-fields'
import { Select, TextArea, TextInput } from '@/components/ui/text-fields'
import type { Content } from '@/lib/ethics/rules/fields'
import { decisions } from '@/lib/ethics/rules/status'
import type { Language } from '@/lib/platform/messages'
import { datasetWords, type Named } from './values'

type Props = {
  t: Text
  language: Language
  countries: readonly string[]
  datasets: readonly Named[]
  /** What it says now, for a change. */
  content?: Content
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="mb-6 min-w-0">
    <legend className="mb-3 text-lg font-semibold">{title}</legend>
    {children}
  </fieldset>
)

/** The countries by name, in the order of the language. */
function countryOptions(codes: readonly string[], language: Language) {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const options = codes.map((code) => ({ value: code, label: names.of(code) ?? code }))
  return options.toSorted((a, b) => a.label.localeCompare(b.label, language))
}

/** By whom it was decided, and under which number. */
function AuthorityFields({ t, language, countries, content }: Props) {
  return (
    <>
      <TextInput
        name="number"
        label={t('ethics.field.number')}
        hint={t('ethics.form.number.hint')}
        width="medium"
        defaultValue={content?.number}
      />
      <Select
        name="country"
        label={t('ethics.field.country')}
        options={countryOptions(countries, language)}
        defaultValue={content?.country ?? 'SE'}
      />
      <TextInput
        name="authority"
        label={t('ethics.field.authority')}
        defaultValue={content?.authority ?? 'Etikprövningsmyndigheten'}
      />
    </>
  )
}

function DecisionFields(props: Props) {
  const { t, content } = props
  return (
    <Part title={t('ethics.form.decision')}>
      <AuthorityFields {...props} />
      <RadioGroup
        name="decision"
        label={t('ethics.field.decision')}
        options={decisions.map((value) => ({ value, label: t(`ethics.outcome.${value}`) }))}
        defaultValue={content?.decision}
      />
      <TextArea
        name="conditions"
        label={t('ethics.field.conditions')}
        hint={t('ethics.form.conditions.hint')}
        optional
        rows={3}
        defaultValue={content?.conditions}
      />
      <TextInput
        name="decidedOn"
        type="date"
        label={t('ethics.field.decidedOn')}
        width="medium"
        defaultValue={content?.decidedOn}
      />
      {(['legalForceOn', 'startedOn', 'endsOn'] as const).map((name) => (
        <TextInput
          key={name}
          name={name}
          type="date"
          label={t(`ethics.field.${name}`)}
          hint={t(`ethics.form.${name}.hint`)}
          width="medium"
          optional
          defaultValue={content?.[name] ?? ''}
        />
      ))}
    </Part>
  )
}

function ResearchFields({ t, content }: Props) {
  return (
    <Part title={t('ethics.form.research')}>
      <TextInput
        name="title"
        label={t('ethics.field.title')}
        hint={t('ethics.form.title.hint')}
        defaultValue={content?.title}
      />
      <TextInput
        name="responsibleResearcher"
        label={t('ethics.field.responsibleResearcher')}
        defaultValue={content?.responsibleResearcher}
      />
      <TextInput
        name="principalOrganisation"
        label={t('ethics.field.principalOrganisation')}
        defaultValue={content?.principalOrganisation}
      />
      <TextArea
        name="sites"
        label={t('ethics.field.sites')}
        hint={t('ethics.form.sites.hint')}
        optional
        rows={3}
        defaultValue={content?.sites.join('\n')}
      />
      <TextArea name="purposes" label={t('ethics.field.purposes')} rows={4} defaultValue={content?.purposes} />
      <TextArea
        name="dataDescription"
        label={t('ethics.field.dataDescription')}
        hint={t('ethics.form.dataDescription.hint')}
        rows={4}
        defaultValue={content?.dataDescription}
      />
    </Part>
  )
}

/** Everything that an approval says, to be typed or changed. */
export function ApprovalFields(props: Props) {
  const { t, datasets, content } = props
  const named = datasets.filter(({ id }) => content?.claimedDatasets.includes(id)).map(({ slug }) => slug)
  return (
    <>
      <DecisionFields {...props} />
      <ResearchFields {...props} />
      <Part title={t('ethics.field.claimedDatasets')}>
        <CheckboxGroup
          name="datasets"
          label={t('ethics.form.datasets')}
          hint={t('ethics.form.datasets.hint')}
          optional
          options={datasets.map((one) => ({ value: one.slug, label: datasetWords(t, one) }))}
          defaultValue={named}
        />
      </Part>
    </>
  )
}
