import type { Text } from '@/components/messages'
import { formatDate } from '@/components/ui/format'
import { Notice } from '@/components/ui/notice'
import type { SignedKind } from '@/lib/agreements/rules/in-force'
import type { ProjectSeen } from '@/lib/projects/queries/project'

const soon = 30 * 86_400_000

/** That the yearly confirmation of the members is overdue, or soon due. */
export function ConfirmationOwed({ t, project, now }: { t: Text; project: ProjectSeen; now: Date }) {
  const { confirmationDue, confirmationOverdue, life, slug, may } = project
  if (life === 'over' || (!confirmationOverdue && confirmationDue.getTime() - now.getTime() >= soon)) return null
  const day = formatDate(confirmationDue)
  return (
    <Notice
      tone={confirmationOverdue ? 'stop' : 'wait'}
      title={t(confirmationOverdue ? 'project.owed.overdue' : 'project.owed.due', { day })}
    >
      <p>{t(confirmationOverdue ? 'project.owed.overdue.text' : 'project.owed.due.text')}</p>
      {may.manageMembers && (
        <p className="mt-1">
          <a href={`/projects/${slug}/members#confirm`}>{t('project.owed.confirm')}</a>
        </p>
      )}
    </Notice>
  )
}

/** That agreements are missing, and what is refused for it. */
export function AgreementsOwed(props: { t: Text; project: ProjectSeen; missing: readonly SignedKind[] }) {
  const { t, project, missing } = props
  if (missing.length === 0 || project.type === 'data-access' || project.life === 'over') return null
  const kinds = missing.map((kind) => t(`agreements.kind.${kind}`)).join(', ')
  return (
    <Notice tone="stop" title={t('project.owed.agreements', { kinds })}>
      <p>{t('project.owed.agreements.text')}</p>
      <p className="mt-1">
        <a href={`/projects/${project.slug}/agreements`}>{t('project.owed.agreements.see')}</a>
      </p>
    </Notice>
  )
}

/** That more is booked than the budget allows. */
export function BudgetOwed({ t, project }: { t: Text; project: ProjectSeen }) {
  const { gpuUsed, gpuBudget } = project
  if (gpuUsed <= gpuBudget) return null
  return (
    <Notice
      tone="stop"
      title={t('project.budget.over', { used: gpuUsed, budget: gpuBudget, over: gpuUsed - gpuBudget })}
    >
      {t('project.owed.budget.text')}
    </Notice>
  )
}
