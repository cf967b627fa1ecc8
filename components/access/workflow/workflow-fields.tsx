import type { Text } from '@/components/messages'
import { Checkbox, RadioGroup } from '@/components/ui/choice-fields'
import { Select, TextArea, TextInput } from '@/components/ui/text-fields'
import type { Workflows } from '@/lib/access/queries/workflows'
import { deadlineRules, decisionRules } from '@/lib/access/rules/decision'
import { formOfRequests } from '@/lib/access/rules/forms-standard'
import type { Language } from '@/lib/platform/messages'
import { ProcessingFields } from './processing-fields'
import { SwitchedOffFields } from './switched-off-fields'

type Workflow = Workflows[number]
/** A form that can be chosen, by its address. */
export type FormChoice = { form: string; title: { en: string; sv: string } }
type Props = { t: Text; workflow: Workflow | null }

const choices = <Value extends string>(t: Text, what: string, values: readonly Value[]) =>
  values.map((value) => ({ value, label: t(`workflows.${what}.${value}` as 'workflows.rule.one') }))

/** The datasets of its group; the default workflow has all the rest. */
function Datasets({ t, workflow }: Props) {
  if (workflow?.isDefault) return null
  return (
    <TextArea
      name="datasets"
      label={t('workflows.datasets')}
      hint={t('workflows.datasets.hint')}
      rows={2}
      defaultValue={workflow?.datasets.join(' ')}
      optional
    />
  )
}

/** With which form requests for its datasets are made: the standard one can be chosen before it is published. */
function AskedWith({ t, language, workflow, forms }: Props & { language: Language; forms: readonly FormChoice[] }) {
  const standard = forms.some(({ form }) => form === formOfRequests)
    ? []
    : [{ value: formOfRequests, label: t('workflows.form.standard') }]
  return (
    <Select
      name="form"
      label={t('workflows.form')}
      hint={t('workflows.form.hint')}
      options={[
        ...standard,
        ...forms.map(({ form, title }) => ({ value: form, label: `${title[language]} · ${form}` })),
      ]}
      defaultValue={workflow?.form ?? formOfRequests}
      width="long"
    />
  )
}

/** What a missed deadline does, who takes no part, and who is told whose act something was. */
function Conduct({ t, workflow }: Props) {
  return (
    <>
      <RadioGroup
        name="onDeadline"
        label={t('workflows.deadline')}
        hint={t('workflows.deadline.hint')}
        options={choices(t, 'deadline', deadlineRules)}
        defaultValue={workflow?.onDeadline ?? 'hand-back'}
      />
      <Checkbox
        name="barsOwnInstitute"
        label={t('workflows.bars')}
        defaultChecked={workflow?.barsOwnInstitute ?? false}
      />
      <Checkbox
        name="hidesHandlers"
        label={t('workflows.hides')}
        hint={t('workflows.hides.hint')}
        defaultChecked={workflow?.hidesHandlers ?? false}
      />
    </>
  )
}

/** What a workflow says: who decides, by which rule, with which deadlines, for which datasets. */
export function WorkflowFields({ t, language, workflow, forms }: Parameters<typeof AskedWith>[0]) {
  const days = { type: 'number', min: 1, max: 365, width: 'short' } as const
  return (
    <>
      <TextInput name="name" label={t('workflows.name')} defaultValue={workflow?.name} />
      <RadioGroup
        name="decidedBy"
        label={t('workflows.decided-by')}
        options={choices(t, 'by', ['handler', 'deciders'])}
        defaultValue={workflow?.decidedBy ?? 'handler'}
      />
      <RadioGroup
        name="rule"
        label={t('workflows.rule')}
        options={choices(t, 'rule', decisionRules)}
        defaultValue={workflow?.rule ?? 'majority'}
      />
      <TextInput name="quorum" label={t('workflows.quorum')} {...days} max={50} defaultValue={workflow?.quorum ?? 2} />
      <TextInput
        name="decisionDays"
        label={t('workflows.decision-days')}
        {...days}
        defaultValue={workflow?.decisionDays ?? 14}
      />
      <TextInput
        name="reviewDays"
        label={t('workflows.review-days')}
        {...days}
        defaultValue={workflow?.reviewDays ?? 14}
      />
      <TextInput
        name="handlingDays"
        label={t('workflows.handling-days')}
        hint={t('workflows.handling-days.hint')}
        {...days}
        defaultValue={workflow?.handlingDays ?? 14}
      />
      <Conduct t={t} workflow={workflow} />
      <Datasets t={t} workflow={workflow} />
      <AskedWith t={t} language={language} workflow={workflow} forms={forms} />
      <SwitchedOffFields t={t} disabled={workflow?.disabledVerbs ?? []} />
      <ProcessingFields t={t} states={workflow?.processing ?? []} />
    </>
  )
}
