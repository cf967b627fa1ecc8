import { OrganisationInput } from '@/components/identity/organisation-input'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox, RadioGroup } from '@/components/ui/choice-fields'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { Language } from '@/lib/platform/messages'
import { appliedTypes, budgetOf } from '@/lib/projects/rules/types'

type Part = { t: Text }

function About({ t }: Part) {
  const kinds = appliedTypes.map((type) => {
    const budget = budgetOf(type)
    const gives = budget === null ? t('project.apply.kind.open') : t('project.apply.kind.budget', { budget })
    return { value: type, label: t(`projects.kind.${type}`), hint: `${t(`project.apply.kind.${type}`)} ${gives}` }
  })
  return (
    <>
      <RadioGroup name="type" label={t('project.kind')} options={kinds} />
      <TextInput name="name" label={t('project.name')} maxLength={150} width="full" />
      <TextArea
        name="description"
        label={t('project.description')}
        hint={t('project.description.hint')}
        maxLength={5000}
        rows={6}
      />
      <TextArea name="needs" optional label={t('project.needs')} hint={t('project.needs.hint')} maxLength={5000} />
    </>
  )
}

function Where({ t }: Part) {
  return (
    <>
      <OrganisationInput name="institution" label={t('project.institution')} hint={t('project.institution.hint')} />
      <TextInput name="department" optional label={t('project.department')} maxLength={150} />
      <TextArea name="partners" optional label={t('project.partners')} hint={t('project.partners.hint')} rows={3} />
    </>
  )
}

type Props = Part & { language: Language; action: FormAction; today: string }

/** Asks that one's project become one of the hub's. */
export function ApplyForm({ t, language, action, today }: Props) {
  return (
    <ActionForm
      action={action}
      language={language}
      submit={t('project.apply.send')}
      done={t('project.apply.sent')}
      emptyWhenDone
    >
      <About t={t} />
      <Where t={t} />
      <div className="grid items-end gap-x-6 sm:grid-cols-2 lg:max-w-3xl">
        <TextInput name="startsOn" type="date" width="medium" label={t('project.starts')} defaultValue={today} />
        <TextInput name="endsOn" type="date" width="medium" label={t('project.ends')} hint={t('project.ends.hint')} />
      </div>
      <Checkbox name="listed" label={t('project.listed.agree')} hint={t('project.listed.hint')} />
    </ActionForm>
  )
}
