import type { Text } from '@/components/messages'
import { Meter } from '@/components/ui/meter'
import { StateBadge, type Tone } from '@/components/ui/tag'
import { type Authority, authorities } from '@/lib/projects/rules/authority'
import type { ProjectLife } from '@/lib/projects/rules/periods'

const tones = { 'to-come': 'wait', running: 'ok', over: 'idle' } as const satisfies Record<ProjectLife, Tone>

/** Where a project is in its life, in word, colour and sign. */
export const LifeBadge = ({ t, life }: { t: Text; life: ProjectLife }) => (
  <StateBadge tone={tones[life]}>{t(`project.life.${life}`)}</StateBadge>
)

/** What of a budget is used, in GPU weeks: drawn, and said. */
export function BudgetMeter({ t, used, budget }: { t: Text; used: number; budget: number }) {
  if (budget === 0 && used === 0) return <p className="text-sm text-soft">{t('project.budget.none')}</p>
  const over = used > budget
  const words = t(over ? 'project.budget.over' : 'project.budget.used', { used, budget, over: used - budget })
  return (
    <div>
      <Meter parts={[{ value: used, kind: 'held' }]} limit={budget} label={words} />
      <p className={over ? 'mt-1.5 text-sm font-medium text-red' : 'mt-1.5 text-sm text-soft'}>{words}</p>
    </div>
  )
}

/** Authorities in words, in one line: all of them together have a word of their own. */
export const authorityWords = (t: Text, held: readonly Authority[]): string =>
  held.length === authorities.length
    ? t('project.authority.all')
    : held.map((authority) => t(`projects.authority.${authority}`)).join(', ')
