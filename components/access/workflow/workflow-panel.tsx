import { OneButtonForm } from '@/components/identity/one-button-form'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { DefinitionList } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/text-fields'
import type { Workflows } from '@/lib/access/queries/workflows'
import type { Language } from '@/lib/platform/messages'
import { switchedOffWords } from './switched-off-fields'
import { type FormChoice, WorkflowFields } from './workflow-fields'

type Workflow = Workflows[number]
export type Candidate = { id: string; name: string; role: 'handler' | 'reviewer' | 'decider' }
type Props = {
  t: Text
  language: Language
  workflow: Workflow
  candidates: readonly Candidate[]
  forms: readonly FormChoice[]
  acts: { edit: FormAction; assign: FormAction; unassign: FormAction }
}

const roles = ['handler', 'reviewer', 'decider'] as const
const roleWord = (t: Text, role: string) => t(`workflows.role.${role}` as 'workflows.role.handler')

/** Who is assigned, each of whom can be let go. */
function Assigned({ t, workflow, acts }: Pick<Props, 't' | 'workflow' | 'acts'>) {
  if (workflow.assignments.length === 0) return <p className="text-soft">{t('workflows.nobody')}</p>
  return (
    <ul className="grid gap-2.5">
      {workflow.assignments.map(({ personId, name, role, holdsRole, deputy }) => (
        <li key={`${personId} ${role}`} className="flex flex-wrap items-center justify-between gap-3">
          <span>
            {name} <span className="text-sm text-soft">{roleWord(t, role)}</span>
            {!holdsRole && <span className="block text-sm text-soft">{t('workflows.lapsed')}</span>}
            {deputy && <span className="block text-sm text-soft">{t('workflows.away', { deputy })}</span>}
          </span>
          <OneButtonForm
            action={acts.unassign}
            name="person"
            value={personId}
            also={{ workflow: workflow.id, role }}
            label={t('workflows.unassign')}
            about={`${name}, ${roleWord(t, role)}`}
          />
        </li>
      ))}
    </ul>
  )
}

/** One workflow: what it says, for which datasets, who is assigned, and the forms to change each. */
export function WorkflowPanel({ t, language, workflow, candidates, forms, acts }: Props) {
  const { name, decidedBy, rule, quorum, decisionDays, handlingDays, datasets, isDefault, id, revision } = workflow
  const asked = forms.find(({ form }) => form === workflow.form)
  const off = switchedOffWords(t, workflow.disabledVerbs)
  const open = candidates.filter(
    (one) => !workflow.assignments.some(({ personId, role }) => personId === one.id && role === one.role),
  )
  const facts = [
    { term: t('workflows.decided-by'), detail: t(`workflows.by.${decidedBy}` as 'workflows.by.handler') },
    { term: t('workflows.rule'), detail: t(`workflows.rule.${rule}` as 'workflows.rule.one') },
    { term: t('workflows.quorum'), detail: String(quorum) },
    { term: t('workflows.decision-days'), detail: String(decisionDays) },
    { term: t('workflows.handling-days'), detail: String(handlingDays) },
    ...(workflow.hidesHandlers ? [{ term: t('requests.hides'), detail: t('workflows.hides') }] : []),
    ...(off.length > 0 ? [{ term: t('workflows.off.term'), detail: off.join('. ') }] : []),
    ...(workflow.processing.length > 0
      ? [{ term: t('workflows.processing'), detail: workflow.processing.map((one) => one[language]).join(', ') }]
      : []),
    { term: t('workflows.form'), detail: asked ? `${asked.title[language]} (${workflow.form})` : workflow.form },
    { term: t('workflows.datasets'), detail: isDefault ? t('workflows.the-rest') : datasets.join(', ') },
  ]
  return (
    <Panel title={name}>
      <DefinitionList facts={facts} language={language} />
      <h3 className="mt-4 mb-2">{t('workflows.assigned')}</h3>
      <Assigned t={t} workflow={workflow} acts={acts} />
      <ActionForm action={acts.assign} language={language} submit={t('workflows.assign')} look="plain" className="mt-4">
        <input type="hidden" name="workflow" value={id} />
        <Select
          name="who"
          label={t('workflows.person')}
          options={roles.flatMap((role) =>
            open
              .filter((one) => one.role === role)
              .map((one) => ({ value: `${one.id} ${role}`, label: `${one.name} (${roleWord(t, role)})` })),
          )}
          width="long"
        />
      </ActionForm>
      <Disclosure summary={t('workflows.edit')} className="mt-4">
        <ActionForm action={acts.edit} language={language} submit={t('workflows.save')} done={t('requests.done')}>
          <input type="hidden" name="workflow" value={id} />
          <input type="hidden" name="expectedRevision" value={revision} />
          <WorkflowFields t={t} language={language} workflow={workflow} forms={forms} />
        </ActionForm>
      </Disclosure>
    </Panel>
  )
}
