import { text } from '@/components/messages'
import { FigureStrip } from '@/components/ui/figure-strip'
import { formatNumber, formatPercent } from '@/components/ui/format'
import type { weekList } from '@/lib/booking/queries/week-list'
import type { Language } from '@/lib/platform/messages'

type List = Awaited<ReturnType<typeof weekList>>

/** The week in short: how many machines are ready, how many are to be set up, and how often they were ready in time until now. */
export function WeekStrip({ language, list }: { language: Language; list: List }) {
  const t = text(language)
  const { ready, of, weeks } = list.readyBeforeNoon
  const booked = list.lines.filter((line) => line.booked !== null)
  const isReady = booked.filter((line) => line.booked?.readyAt)
  const free = list.lines.filter((line) => line.booked === null && line.closed === null)
  return (
    <FigureStrip
      label={t('compute.figures.strip')}
      figures={[
        {
          value: of === 0 ? '–' : formatPercent(ready / of, language),
          label: t('compute.week.before-noon', { ready, of, weeks }),
        },
        {
          value: formatNumber(isReady.length, language),
          label: t('compute.week.ready-of', { booked: booked.length }),
        },
        { value: formatNumber(free.length, language), label: t('compute.week.free', { count: free.length }) },
      ]}
    />
  )
}
