import { OrganisationInput } from '@/components/identity/organisation-input'
import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { Language } from '@/lib/platform/messages'
import type { ProjectSeen } from '@/lib/projects/queries/project'
import { Decision } from './decision'

export type DeskActions = Readonly<Record<'budget' | 'quota' | 'extend' | 'end' | 'appoint', FormAction>>
type Props = { t: Text; language: Language; project: ProjectSeen; actions: DeskActions }

const Reason = ({ t }: { t: Text }) => (
  <TextArea name="reason" rows={3} label={t('project.reason')} hint={t('project.desk.reason.told')} />
)

/** Another budget than the kind of project gives. */
export function BudgetForm({ t, language, project: { slug, gpuBudget }, actions }: Props) {
  return (
    <Decision
      language={language}
      summary={t('project.desk.set-budget')}
      action={actions.budget}
      said={{ slug }}
      done={t('project.desk.done')}
    >
      <TextInput
        name="gpuWeeks"
        type="number"
        min={0}
        max={2000}
        width="short"
        label={t('project.desk.budget')}
        defaultValue={gpuBudget}
      />
      <Reason t={t} />
    </Decision>
  )
}

/** How much of /proj the project may fill. */
export function QuotaForm({ t, language, project: { slug, quotaGigabytes }, actions }: Props) {
  return (
    <Decision
      language={language}
      summary={t('project.desk.set-quota')}
      action={actions.quota}
      said={{ slug }}
      done={t('project.desk.done')}
    >
      <TextInput
        name="gigabytes"
        type="number"
        min={0}
        max={1_000_000}
        width="short"
        label={t('project.desk.gigabytes')}
        defaultValue={quotaGigabytes}
      />
      <Reason t={t} />
    </Decision>
  )
}

/** A later last day, and an end before it. */
export function PeriodForms({ t, language, project: { slug, endsOn, may }, actions }: Props) {
  return (
    <div className="grid gap-2">
      <Decision
        language={language}
        summary={t('project.desk.extend')}
        action={actions.extend}
        said={{ slug }}
        done={t('project.desk.done')}
      >
        <TextInput name="endsOn" type="date" width="medium" label={t('project.ends')} defaultValue={endsOn} />
        <Reason t={t} />
      </Decision>
      {may.end && (
        <Decision language={language} summary={t('project.end')} action={actions.end} said={{ slug }} grave>
          <p className="mb-3 text-sm text-soft">{t('project.end.text')}</p>
          <Reason t={t} />
        </Decision>
      )}
    </div>
  )
}

/** Another PI in the place of one whose account is closed. */
export function AppointForm({ t, language, project: { slug }, actions }: Props) {
  return (
    <Decision language={language} summary={t('project.desk.appoint')} action={actions.appoint} said={{ slug }}>
      <TextInput
        name="email"
        type="email"
        autoComplete="off"
        label={t('project.desk.appoint.email')}
        hint={t('project.desk.appoint.email.hint')}
      />
      <OrganisationInput
        name="institution"
        optional
        label={t('project.hand-over.institution')}
        hint={t('project.hand-over.institution.hint')}
      />
      <Reason t={t} />
    </Decision>
  )
}
