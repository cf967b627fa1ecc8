import { OneButtonForm } from '@/components/identity/one-button-form'
import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge, type Tone } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { Deliveries } from '@/lib/access/queries/systems'
import type { Language } from '@/lib/platform/messages'

type Delivery = Deliveries['items'][number]
type Props = {
  t: Text
  language: Language
  rows: readonly Delivery[]
  replay: FormAction
  system: string
  empty: React.ReactNode
}

const tones: Record<Delivery['state'], Tone> = {
  acknowledged: 'ok',
  superseded: 'idle',
  failing: 'stop',
  waiting: 'wait',
}

const outcomeOf = (t: Text, { status, fault }: Delivery['tries'][number]): string => {
  const key = `systems.outcome.${fault ?? 'status'}`
  return t.has(key) ? t(key, { status: String(status ?? '') }) : (fault ?? '')
}

/** The last tries of a delivery, and what was answered. */
function Tries({ t, language, delivery }: { t: Text; language: Language; delivery: Delivery }) {
  const { tries, attempts } = delivery
  if (tries.length === 0) return null
  return (
    <Disclosure summary={t('systems.tries', { count: attempts })} className="mt-1 text-sm">
      <ul className="grid gap-2">
        {tries.map((one) => (
          <li key={one.number}>
            <Time value={one.at} language={language} show="minute" />{' '}
            {t('systems.try', { number: one.number, outcome: outcomeOf(t, one), milliseconds: one.milliseconds })}
            {one.answer && <code className="block text-xs break-all text-soft">{one.answer}</code>}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

const columnsOf = ({ t, language, replay, system }: Omit<Props, 'rows' | 'empty'>): Column<Delivery>[] => [
  {
    key: 'news',
    label: t('systems.delivery'),
    cell: (delivery) => (
      <>
        {t(`systems.event.${delivery.kind}` as 'systems.event.grant.given')}
        <span className="block text-sm text-soft">
          <Time value={delivery.createdAt} language={language} show="minute" />
        </span>
      </>
    ),
  },
  {
    key: 'whose',
    label: t('systems.whom'),
    cell: ({ person, dataset, reference, grantId }) => (
      <>
        {person}
        <span className="block text-sm text-soft">
          {dataset}, <a href={`/grants/${grantId}`}>{reference}</a>
        </span>
      </>
    ),
  },
  {
    key: 'state',
    label: t('systems.state'),
    cell: (delivery) => (
      <>
        <StateBadge tone={tones[delivery.state]}>{t(`systems.delivery.${delivery.state}`)}</StateBadge>
        {delivery.state === 'failing' && (
          <span className="block text-sm text-soft">
            {t.rich('systems.next', { when: () => <Time value={delivery.nextAt} language={language} show="minute" /> })}
          </span>
        )}
        <Tries t={t} language={language} delivery={delivery} />
      </>
    ),
  },
  {
    key: 'again',
    label: t('systems.replay'),
    cell: ({ id, state, person, dataset }) =>
      state !== 'superseded' && (
        <OneButtonForm
          action={replay}
          name="delivery"
          value={id}
          also={{ system }}
          label={t('systems.replay')}
          about={`${person}, ${dataset}`}
        />
      ),
  },
]

/** What a connected system was told, with how it stands and the means to send it again. */
export function DeliveryTable({ rows, empty, ...props }: Props) {
  return (
    <Table
      caption={props.t('systems.deliveries')}
      hideCaption
      columns={columnsOf(props)}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
    />
  )
}
