import type { Text } from '@/components/messages'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge, type Tone } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Language } from '@/lib/platform/messages'
import { daysOf, lastDayBefore } from '@/lib/projects/rules/periods'
import { wordFor } from './words'

type Props = { t: Text; language: Language; request: WholeRequest }
type Grant = WholeRequest['grants'][number]

const lifeTones: Record<string, Tone> = { 'to-come': 'wait', running: 'ok', over: 'idle' }

/** Where a grant is in its life, and what stands against its use: for everybody, or for one of the members. */
function GrantState({ t, request, grant: { life, endKind, bars, startsAt, endsAt } }: Props & { grant: Grant }) {
  const isHeld = life === 'running' && bars.some(({ personId }) => personId === null)
  const nameOf = (person: string) => request.members.find(({ id }) => id === person)?.name ?? ''
  return (
    <>
      <StateBadge tone={isHeld ? 'stop' : (lifeTones[life] ?? 'idle')}>
        {isHeld ? t('requests.grant.barred') : wordFor(t, 'life', endKind ?? life)}
      </StateBadge>
      {life === 'to-come' && (
        <span className="mt-1 block text-sm text-soft">
          {t('requests.grant.from', { day: daysOf({ startsAt, endsAt }).startsOn })}
        </span>
      )}
      {bars.map(({ id, kind, personId, reason }) => (
        <span key={id} className="mt-1 block text-sm text-soft">
          {personId !== null && `${t(`requests.bar.${kind as 'revoked'}`, { name: nameOf(personId) })}: `}
          {reason}
        </span>
      ))}
    </>
  )
}

/** What was granted: until when, what stands against its use, and until when the data are kept. */
export function RequestGrants(props: Props) {
  const { t, language, request } = props
  if (request.grants.length === 0) return null
  // Whoever was asked to review or decide has no page of grants.
  const linked = request.side !== 'asked'
  const columns: Column<Grant>[] = [
    { key: 'dataset', label: t('requests.column.dataset'), cell: ({ dataset }) => dataset },
    {
      key: 'life',
      label: t('requests.column.state'),
      cell: (grant) => (
        <>
          <GrantState {...props} grant={grant} />
          {linked && (
            <a href={`/grants/${grant.id}`} className="mt-1 block text-sm">
              {t('basis.show')}
              <span className="sr-only"> ({grant.dataset})</span>
            </a>
          )}
        </>
      ),
    },
    { key: 'until', label: t('requests.column.until'), cell: ({ endsAt }) => lastDayBefore(endsAt) },
    {
      key: 'keep',
      label: t('requests.column.retain'),
      cell: ({ retainUntil, retained }) => (
        <>
          <Time value={retainUntil} language={language} />
          {retained && (
            <span className="block text-sm text-soft">
              {wordFor(t, 'retained', retained.outcome)}: {retained.reason}
            </span>
          )}
        </>
      ),
    },
  ]
  return (
    <Panel title={t('requests.grants')}>
      <Table
        caption={t('requests.grants')}
        hideCaption
        columns={columns}
        rows={request.grants}
        rowKey={({ id }) => id}
      />
    </Panel>
  )
}
