import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { formatAge } from '@/components/ui/format'
import { DefinitionList } from '@/components/ui/lists'
import { Tag } from '@/components/ui/tag'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { Language } from '@/lib/platform/messages'
import type { ProjectsWaiting } from '@/lib/projects/queries/administration'
import { Decision } from './decision'
import { Paragraphs } from './paragraphs'

type Application = ProjectsWaiting['applications'][number]
type Part = { t: Text; language: Language; application: Application }

function Facts({ t, language, application }: Part) {
  const { institution, institutionName, department, partners, startsOn, endsOn, needs, listed } = application
  const facts = [
    { term: t('project.institution'), detail: institution ? `${institutionName} · ${institution}` : institutionName },
    { term: t('project.department'), detail: department },
    { term: t('project.partners'), detail: partners.join('; ') },
    { term: t('project.runs'), detail: t('project.period', { from: startsOn, until: endsOn }) },
    { term: t('project.needs'), detail: needs && <Paragraphs words={needs} /> },
    { term: t('project.visible'), detail: t(listed ? 'project.visible.asks' : 'project.visible.not') },
  ]
  return <DefinitionList language={language} facts={facts} />
}

function Answer({ t, language, application, decide }: Part & { decide: FormAction }) {
  const { id, revision, usualBudget, mayDecide } = application
  if (!mayDecide) return <p className="text-sm text-soft">{t('refusal.projects.own-application')}</p>
  const said = { applicationId: id, expectedRevision: revision }
  return (
    <div className="grid content-start gap-2">
      <Decision
        language={language}
        summary={t('project.desk.approve')}
        action={decide}
        said={{ ...said, decision: 'approve' }}
      >
        <TextInput
          name="gpuWeeks"
          type="number"
          min={0}
          max={2000}
          width="short"
          label={t('project.desk.budget')}
          hint={t(usualBudget === null ? 'project.desk.budget.open' : 'project.desk.budget.usual')}
          defaultValue={usualBudget ?? ''}
        />
        <TextArea name="reason" rows={3} label={t('project.reason')} hint={t('project.desk.reason.hint')} />
      </Decision>
      <Decision
        language={language}
        summary={t('project.desk.decline')}
        action={decide}
        said={{ ...said, decision: 'decline' }}
        grave
      >
        <TextArea name="reason" rows={3} label={t('project.reason')} hint={t('project.desk.reason.hint')} />
      </Decision>
    </div>
  )
}

/** An application that waits, with all that it says on one side and what can be decided on the other. */
export function WaitingApplication(props: Part & { decide: FormAction; now: Date }) {
  const { t, language, application, now } = props
  const { name, type, applicant, description, createdAt } = application
  return (
    <li className="grid gap-x-8 gap-y-4 border-b border-line pb-6 last:border-b-0 last:pb-0 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <h3>{name}</h3>
        <p className="mt-0.5 mb-3 flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
          <Tag>{t(`projects.kind.${type}`)}</Tag>
          {t('project.desk.by', { name: applicant, age: formatAge(createdAt, now, language) })}
        </p>
        <div className="mb-3">
          <Paragraphs words={description} />
        </div>
        <Facts {...props} />
      </div>
      <Answer {...props} />
    </li>
  )
}
