import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { formatDate } from '@/components/ui/format'
import { StateBadge, type Tone } from '@/components/ui/tag'
import type { SignedKind } from '@/lib/agreements/rules/in-force'
import type { OwnProject } from '@/lib/projects/queries/own-projects'
import { authorityWords, BudgetMeter, LifeBadge } from './marks'

export type Owed = ReadonlyMap<string, readonly SignedKind[]>
type Wait = { key: string; tone: Tone; words: ReactNode; href?: string }

/** A confirmation that is due within so many days is said. */
const soon = 30 * 86_400_000

function confirmationWaits(t: Text, { confirmationDue, confirmationOverdue }: OwnProject, now: Date): Wait[] {
  const near = confirmationDue.getTime() - now.getTime() < soon
  if (!confirmationOverdue && !near) return []
  const day = formatDate(confirmationDue)
  const words = t(confirmationOverdue ? 'project.waits.overdue' : 'project.waits.due', { day })
  return [{ key: 'confirm', tone: confirmationOverdue ? 'stop' : 'wait', words, href: '/members' }]
}

/** What is waited for in a project, the gravest first. */
function waitsOf(t: Text, project: OwnProject, missing: readonly SignedKind[], now: Date): Wait[] {
  const { transferWaits } = project
  const lacking = missing.map((kind) => t(`agreements.kind.${kind}`)).join(', ')
  return [
    ...confirmationWaits(t, project, now),
    ...(lacking
      ? [
          {
            key: 'agreements',
            tone: 'stop' as const,
            words: t('project.waits.agreements', { kinds: lacking }),
            href: '/agreements',
          },
        ]
      : []),
    ...(transferWaits
      ? [{ key: 'transfer', tone: 'wait' as const, words: t(`project.waits.transfer.${transferWaits}`), href: '' }]
      : []),
  ]
}

function Waits({ t, slug, waits }: { t: Text; slug: string; waits: readonly Wait[] }) {
  if (waits.length === 0) return <StateBadge tone="ok">{t('project.waits.nothing')}</StateBadge>
  return (
    <ul className="grid gap-1">
      {waits.map(({ key, tone, words, href = '' }) => (
        <li key={key}>
          <StateBadge tone={tone}>
            <a href={`/projects/${slug}${href}`} className="text-inherit">
              {words}
            </a>
          </StateBadge>
        </li>
      ))}
    </ul>
  )
}

function roleWords(t: Text, { standing: { role, authorities }, piName }: OwnProject): string {
  if (role === 'pi') return t('project.own.pi')
  if (authorities.length === 0) return t('project.own.member', { pi: piName })
  return t('project.own.delegate', { pi: piName, authorities: authorityWords(t, authorities) })
}

type Props = { t: Text; projects: readonly OwnProject[]; owed: Owed; now: Date }

/** One's own projects: as what one takes part, what is used, and what is waited for. */
export function OwnProjects({ t, projects, owed, now }: Props) {
  return (
    <ul className="grid gap-4">
      {projects.map((project) => {
        const { slug, name, type, life, gpuUsed, gpuBudget } = project
        const waits = waitsOf(t, project, owed.get(slug) ?? [], now)
        return (
          <li
            key={slug}
            className="grid gap-x-8 gap-y-3 rounded-lg border border-line bg-panel p-4 sm:p-5 md:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_14rem_18rem]"
          >
            <div className="min-w-0 md:max-lg:col-span-2">
              <h3 className="text-lg">
                <a href={`/projects/${slug}`}>{name}</a>
              </h3>
              <p className="mt-0.5 flex flex-wrap items-baseline gap-x-3 text-sm text-soft">
                <LifeBadge t={t} life={life} />
                {t(`projects.kind.${type}`)}
              </p>
              <p className="mt-1 text-sm text-soft">{roleWords(t, project)}</p>
            </div>
            <div className="self-center">
              <BudgetMeter t={t} used={gpuUsed} budget={gpuBudget} />
            </div>
            <div className="self-center">
              <Waits t={t} slug={slug} waits={waits} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
