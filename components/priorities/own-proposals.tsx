import { text } from '@/components/messages'
import { formatDate } from '@/components/ui/format'
import { StateBadge } from '@/components/ui/tag'
import type { Proposal } from '@/lib/catalogue/queries/priorities'
import type { Language } from '@/lib/platform/messages'

export const proposalLooks = {
  proposed: { tone: 'wait', icon: 'clock' },
  'taken-up': { tone: 'ok', icon: 'check' },
  declined: { tone: 'idle', icon: 'cross' },
} as const satisfies Record<Proposal['state'], object>

/** One's own proposals with what became of them. */
export function OwnProposals({ language, proposals }: { language: Language; proposals: readonly Proposal[] }) {
  const t = text(language)
  if (proposals.length === 0) return <p className="text-soft">{t('priorities.own.none')}</p>
  return (
    <ul className="divide-y divide-line">
      {proposals.map(({ id, title, state, at, reason }) => (
        <li key={id} className="py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0 font-medium">{title}</span>
            <StateBadge {...proposalLooks[state]}>{t(`priorities.proposal.${state}`)}</StateBadge>
            <span className="text-sm text-soft sm:ml-auto">
              {t('priorities.proposal.sent', { date: formatDate(at) })}
            </span>
          </div>
          {reason && <p className="mt-1">{t('priorities.proposal.answer', { reason })}</p>}
        </li>
      ))}
    </ul>
  )
}
