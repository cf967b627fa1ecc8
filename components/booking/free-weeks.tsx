import type { Text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import { type Column, Table } from '@/components/ui/table'
import type { Sheets, SheetWeek } from '@/lib/booking/rules/sheet'

type One = Sheets['sheets'][number]
type Props = {
  t: Text
  sheets: readonly One[]
  /** The address of a machine's sheet but for its weeks. */
  addressOf: (machine: string) => string
}

/** GPUs that could be booked in a week. */
const freeIn = ({ slots, cells }: SheetWeek): number =>
  cells.reduce((sum, { state }, at) => sum + (state === 'free' || state === 'drop-in' ? (slots[at]?.gpus ?? 0) : 0), 0)

/** What is free on each machine in the weeks ahead, each leading to its sheet; nothing where there is one machine only. */
export function FreeWeeks({ t, sheets, addressOf }: Props) {
  if (sheets.length < 2) return null
  const weeks = sheets[0]?.weeks ?? []
  const columns: Column<One>[] = [
    { key: 'machine', label: t('booking.fact.machine'), cell: ({ machine }) => machine.name },
    ...weeks.map(({ week, name }, at) => ({
      key: week,
      label: name,
      numeric: true,
      cell: ({ machine, weeks: own }: One) => {
        const free = own[at] ? freeIn(own[at]) : 0
        return free === 0 ? (
          <span className="text-soft">{t('booking.free.none')}</span>
        ) : (
          <a
            href={`${addressOf(machine.slug)}&from=${week}`}
            aria-label={t('booking.free.on', { machine: machine.name, week: name, gpus: free })}
          >
            {t('booking.free.gpus', { gpus: free })}
          </a>
        )
      },
    })),
  ]
  return (
    <div className="mb-5">
      <Disclosure summary={t('booking.free')}>
        <Table
          caption={t('booking.free.caption')}
          hideCaption
          columns={columns}
          rows={sheets}
          rowKey={({ machine }) => machine.id}
          phone="scroll"
        />
      </Disclosure>
    </div>
  )
}
