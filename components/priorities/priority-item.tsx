import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import { formatDate } from '@/components/ui/format'
import { StateBadge, Tag } from '@/components/ui/tag'
import type { PriorityItem, PriorityState } from '@/lib/catalogue/queries/priorities'
import type { Language } from '@/lib/platform/messages'
import { collectionTags } from './collection-fields'

const looks = {
  wanted: { tone: 'info', icon: 'clock' },
  collecting: { tone: 'wait', icon: 'arrow' },
  collected: { tone: 'ok', icon: 'check' },
  dropped: { tone: 'idle', icon: 'cross' },
} as const satisfies Record<PriorityState, object>

/** One line of the priority list; `children` are what may be done with it. */
export function PriorityLine(props: { language: Language; item: PriorityItem; children?: ReactNode }) {
  const { language, item, children } = props
  const t = text(language)
  const { title, description, state, decidedOn, closedAt, dataset } = item
  const when = closedAt
    ? t('priorities.ended.on', { date: formatDate(closedAt) })
    : t('priorities.decidedOn', { date: formatDate(decidedOn) })
  return (
    <li className="border-b border-line py-4 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="min-w-0 text-base font-medium">{title}</h3>
        <StateBadge {...looks[state]}>{t(`priorities.state.${state}`)}</StateBadge>
        <span className="text-sm text-soft sm:ml-auto">{when}</span>
      </div>
      <p className="mt-1 max-w-[70ch] whitespace-pre-line">{description}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {collectionTags(language, item).map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
        {dataset && <a href={`/datasets/${dataset}`}>{t('priorities.dataset')}</a>}
      </div>
      {children}
    </li>
  )
}
