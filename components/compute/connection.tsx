import { type MessageKey, type Text, text } from '@/components/messages'
import { CopyButton } from '@/components/ui/copy-button'
import { formatDateTime } from '@/components/ui/format'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/tag'
import type { connection } from '@/lib/booking/queries/connection'
import type { Language } from '@/lib/platform/messages'

type Connection = Awaited<ReturnType<typeof connection>>
type Slot = Connection['slots'][number]
type Person = Connection['people'][number]

function WayIn({ t, slot: { slot, machine, endsAt, goesOn, ready } }: { t: Text; slot: Slot }) {
  if (!ready) return <Notice tone="wait">{t('compute.connection.preparing', { slot, machine })}</Notice>
  return (
    <div className="grid gap-3">
      <StateBadge tone="ok">
        {t('compute.connection.ready', { slot, machine, at: formatDateTime(ready.readyAt) })}
      </StateBadge>
      <dl className="grid gap-x-5 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <dt className="text-soft">{t('compute.connection.address')}</dt>
        <dd className="font-mono break-all">{ready.address}</dd>
        <dt className="text-soft">{t('compute.connection.ssh')}</dt>
        <dd className="flex flex-wrap items-center gap-3">
          <code className="rounded-md bg-sunken px-2 py-1 font-mono break-all">{ready.ssh}</code>
          <CopyButton text={ready.ssh} label={t('compute.connection.copy')} copied={t('compute.connection.copied')} />
        </dd>
      </dl>
      <p>{t('compute.connection.vpn')}</p>
      <p className="text-soft">
        {goesOn ? t('compute.connection.goes-on') : t('compute.connection.ends', { at: formatDateTime(endsAt) })}
      </p>
    </div>
  )
}

function Keys({ t, person: { name, isSelf, barred, keys } }: { t: Text; person: Person }) {
  return (
    <li className="py-2.5 first:pt-0 last:pb-0">
      <p className="font-medium">{name}</p>
      {barred && <StateBadge tone="stop">{t(`compute.connection.barred.${barred}`)}</StateBadge>}
      {keys.map((key) => (
        <p key={key.fingerprint} className="text-sm">
          {key.name} <span className="font-mono break-all text-soft">{key.fingerprint}</span>
        </p>
      ))}
      {keys.length === 0 && (
        <p className="text-sm text-soft">
          {t('compute.connection.keys.none')} {isSelf && <a href="/account/keys">{t('compute.connection.keys.add')}</a>}
        </p>
      )}
    </li>
  )
}

/** Agreements by their names, as the module of agreements words them. */
const named = (t: Text, missing: readonly string[]): string =>
  missing.map((kind) => t(`agreements.kind.${kind}` as MessageKey)).join(', ')

/** How one gets into what runs of a booking, and whose keys are let in. */
export function ConnectionPanels({ language, connection }: { language: Language; connection: Connection }) {
  const t = text(language)
  const { slots, missing, people } = connection
  return (
    <>
      <Panel title={t('compute.connection')}>
        <div className="grid gap-4">
          {missing.length > 0 && (
            <Notice tone="stop">{t('compute.connection.missing', { missing: named(t, missing) })}</Notice>
          )}
          {slots.length === 0 && <p className="text-soft">{t('compute.connection.none')}</p>}
          {slots.map((slot) => (
            <WayIn key={slot.slot} t={t} slot={slot} />
          ))}
        </div>
      </Panel>
      <Panel title={t('compute.connection.keys')}>
        <ul className="divide-y divide-line">
          {people.map((person) => (
            <Keys key={person.id} t={t} person={person} />
          ))}
        </ul>
      </Panel>
    </>
  )
}
