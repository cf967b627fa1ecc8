import type { Text } from '@/components/messages'
import { EmptyState, Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge, type Tone } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { GrantBasis } from '@/lib/access/queries/grant-basis'
import type { Language } from '@/lib/platform/messages'

type Told = GrantBasis['systems'][number]
type Props = { t: Text; language: Language; basis: GrantBasis }

const tones: Record<Told['state'], Tone> = { acknowledged: 'ok', superseded: 'idle', failing: 'stop', waiting: 'wait' }

const columnsOf = (t: Text, language: Language): Column<Told>[] => [
  { key: 'system', label: t('systems.name'), cell: ({ system }) => system },
  {
    key: 'news',
    label: t('systems.delivery'),
    cell: ({ kind, createdAt }) => (
      <>
        {t(`systems.event.${kind}` as 'systems.event.grant.given')}{' '}
        <span className="block text-sm text-soft">
          <Time value={createdAt} language={language} show="minute" />
        </span>
      </>
    ),
  },
  {
    key: 'state',
    label: t('systems.state'),
    cell: ({ state, acknowledgedAt, attempts }) => (
      <>
        <StateBadge tone={tones[state]}>{t(`systems.delivery.${state}`)}</StateBadge>
        <span className="block text-sm text-soft">
          {acknowledgedAt ? (
            <Time value={acknowledgedAt} language={language} show="minute" />
          ) : (
            t('systems.tries', { count: attempts })
          )}
        </span>
      </>
    ),
  },
]

/** What connected systems were last told of a grant and have acknowledged; a withdrawal that they have not stands out. For who works on it. */
export function Acknowledgements({ t, language, basis: { systems, people } }: Props) {
  if (people.length === 0) return null
  const count = systems.filter(
    ({ kind, acknowledgedAt }) => acknowledgedAt === null && (kind === 'grant.withdrawn' || kind === 'grant.suspended'),
  ).length
  return (
    <Panel title={t('basis.systems')}>
      {count > 0 && (
        <div className="mb-4">
          <Notice tone="stop" title={t('systems.alarm', { count })} />
        </div>
      )}
      <Table
        caption={t('basis.systems')}
        hideCaption
        columns={columnsOf(t, language)}
        rows={systems}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('basis.systems.none')} />}
      />
    </Panel>
  )
}
