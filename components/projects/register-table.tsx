import type { Text } from '@/components/messages'
import { EmptyState } from '@/components/ui/notice'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import type { RegisteredProject } from '@/lib/projects/queries/administration'
import { BudgetMeter, LifeBadge } from './marks'

/** What is amiss with a project, if anything. */
function Amiss({ t, project: { confirmationOverdue, piOpen, life } }: { t: Text; project: RegisteredProject }) {
  const overdue = confirmationOverdue && life !== 'over'
  if (piOpen && !overdue) return <span className="text-soft">–</span>
  return (
    <span className="grid gap-0.5">
      {!piOpen && <StateBadge tone="stop">{t('project.register.pi-closed')}</StateBadge>}
      {overdue && <StateBadge tone="wait">{t('project.register.overdue')}</StateBadge>}
    </span>
  )
}

const columnsOf = (t: Text): Column<RegisteredProject>[] => [
  {
    key: 'name',
    label: t('project.name'),
    cell: ({ slug, name, type }) => (
      <>
        <a href={`/administration/projects/${slug}`}>{name}</a>
        <span className="block text-sm font-normal text-soft">{t(`projects.kind.${type}`)}</span>
      </>
    ),
  },
  {
    key: 'pi',
    label: t('project.pi'),
    cell: ({ piName, institutionName }) => (
      <>
        {piName}
        <span className="block text-sm text-soft">{institutionName}</span>
      </>
    ),
  },
  {
    key: 'runs',
    label: t('project.runs'),
    cell: ({ life, startsOn, endsOn }) => (
      <>
        <LifeBadge t={t} life={life} />
        <span className="block text-sm whitespace-nowrap text-soft">
          {t('project.period', { from: startsOn, until: endsOn })}
        </span>
      </>
    ),
  },
  {
    key: 'budget',
    label: t('project.budget'),
    long: true,
    cell: ({ gpuUsed, gpuBudget }) => (
      <div className="min-w-36">
        <BudgetMeter t={t} used={gpuUsed} budget={gpuBudget} />
      </div>
    ),
  },
  { key: 'amiss', label: t('project.register.amiss'), cell: (project) => <Amiss t={t} project={project} /> },
]

/** Every project with its budget, its state and what is amiss with it. */
export function RegisterTable({ t, projects }: { t: Text; projects: readonly RegisteredProject[] }) {
  return (
    <Table
      caption={t('project.register')}
      hideCaption
      columns={columnsOf(t)}
      rows={projects}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('project.directory.none')}>{t('project.directory.none.text')}</EmptyState>}
    />
  )
}
