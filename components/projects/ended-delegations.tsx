import type { Text } from '@/components/messages'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { Language } from '@/lib/platform/messages'
import type { DelegationsSeen } from '@/lib/projects/queries/delegations'
import { authorityWords } from './marks'

type Ended = DelegationsSeen['ended'][number]

/** How it ended: by its last day, by somebody, or with something above it. */
function End({ t, language, ended }: { t: Text; language: Language; ended: Ended }) {
  const { state, endedBy, endedAt } = ended
  if (state === 'void') return <StateBadge tone="stop">{t('project.grant.void')}</StateBadge>
  if (state !== 'revoked') return <StateBadge tone="idle">{t('project.grant.over')}</StateBadge>
  return (
    <>
      <StateBadge tone="stop">{t('project.grant.revoked', { name: endedBy ?? '' })}</StateBadge>
      {endedAt && (
        <span className="block text-sm text-soft">
          <Time value={endedAt} language={language} show="minute" />
        </span>
      )}
    </>
  )
}

type Props = { t: Text; language: Language; ended: readonly Ended[] }

/** The latest delegations that have ended. */
export function EndedDelegations({ t, language, ended }: Props) {
  const columns: Column<Ended>[] = [
    { key: 'holder', label: t('project.grant.whom'), cell: ({ holder }) => holder },
    { key: 'giver', label: t('project.grant.by'), cell: ({ giver }) => giver },
    {
      key: 'what',
      label: t('project.grant.what'),
      long: true,
      cell: ({ authorities }) => authorityWords(t, authorities),
    },
    { key: 'when', label: t('project.runs'), cell: ({ from, until }) => t('project.period', { from, until }) },
    {
      key: 'end',
      label: t('project.grant.how'),
      long: true,
      cell: (one) => <End t={t} language={language} ended={one} />,
    },
  ]
  return <Table caption={t('project.grant.ended')} hideCaption columns={columns} rows={ended} rowKey={({ id }) => id} />
}
