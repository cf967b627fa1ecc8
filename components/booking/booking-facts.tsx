import type { Text } from '@/components/messages'
import { DefinitionList } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import type { BookingShown } from '@/lib/booking/queries/booking-rows'
import type { Language } from '@/lib/platform/messages'

const kinds = ['ordinary', 'drop-in', 'claim', 'administrator'] as const

/** Who booked it for whom, when, and why. */
export function BookingFacts({ t, language, booking }: { t: Text; language: Language; booking: BookingShown }) {
  const { project, machine, bookedBy, onBehalfOf, createdAt, note, reason, overBudget } = booking
  const kind = kinds.find((one) => one === booking.kind) ?? 'ordinary'
  const facts = [
    { term: t('booking.fact.project'), detail: <a href={`/projects/${project.slug}/bookings`}>{project.name}</a> },
    {
      term: t('booking.fact.machine'),
      detail: <a href={`/bookings?${new URLSearchParams({ machine: machine.slug })}`}>{machine.name}</a>,
    },
    { term: t('booking.fact.by'), detail: bookedBy },
    ...(onBehalfOf ? [{ term: t('booking.fact.behalf'), detail: onBehalfOf }] : []),
    { term: t('booking.fact.at'), detail: <Time value={createdAt} language={language} show="minute" /> },
    { term: t('booking.fact.kind'), detail: t(`booking.kind.${kind}`) },
    ...(note ? [{ term: t('booking.fact.note'), detail: note }] : []),
    ...(reason ? [{ term: t(overBudget ? 'booking.fact.lifted' : 'booking.fact.reason'), detail: reason }] : []),
  ]
  return (
    <Panel title={t('booking.facts')}>
      <DefinitionList facts={facts} language={language} />
    </Panel>
  )
}
