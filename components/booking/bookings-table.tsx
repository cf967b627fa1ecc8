import type { Text } from '@/components/messages'
import { type Column, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { BookingShown } from '@/lib/booking/queries/booking-rows'
import type { Language } from '@/lib/platform/messages'
import { stateOf, WeekState } from './week-state'

type Props = { t: Text; language: Language; bookings: readonly BookingShown[] }

const spanOf = ({ weeks }: BookingShown): string => {
  const names = [...new Set(weeks.map(({ name }) => name))]
  return names.length > 1 ? `${names[0]} – ${names.at(-1)}` : (names[0] ?? '')
}

/** The week that says where a booking stands: one that runs, else the next to come, else its last. */
const tellingWeek = ({ weeks }: BookingShown) =>
  weeks.find((week) => ['preparing', 'ready'].includes(stateOf(week))) ??
  weeks.find((week) => stateOf(week) === 'booked') ??
  weeks.at(-1)

/** Bookings of a project, the newest first. */
export function BookingsTable({ t, language, bookings }: Props) {
  const columns: Column<BookingShown>[] = [
    {
      key: 'weeks',
      label: t('booking.column.weeks'),
      cell: (booking) => <a href={`/bookings/${booking.id}`}>{spanOf(booking)}</a>,
    },
    { key: 'machine', label: t('booking.fact.machine'), cell: ({ machine }) => machine.name },
    {
      key: 'slots',
      label: t('booking.column.slots'),
      cell: ({ weeks }) => [...new Set(weeks.map(({ slotName }) => slotName))].join(', '),
    },
    {
      key: 'gpus',
      label: t('booking.column.gpus'),
      numeric: true,
      cell: ({ weeks }) => weeks.filter(({ state }) => state === 'booked').reduce((sum, { gpus }) => sum + gpus, 0),
    },
    {
      key: 'state',
      label: t('booking.column.state'),
      cell: (booking) => {
        const week = tellingWeek(booking)
        return week && <WeekState t={t} week={week} />
      },
    },
    {
      key: 'by',
      label: t('booking.fact.by'),
      cell: ({ bookedBy, createdAt }) => (
        <>
          {bookedBy}, <Time value={createdAt} language={language} />
        </>
      ),
    },
  ]
  return (
    <Table
      caption={t('booking.project.caption')}
      hideCaption
      columns={columns}
      rows={bookings}
      rowKey={({ id }) => id}
      empty={<p className="text-soft">{t('booking.project.none')}</p>}
    />
  )
}
