import { type MessageKey, type Text, text } from '@/components/messages'
import { BarChart } from '@/components/ui/charts/bar-chart'
import { LineChart } from '@/components/ui/charts/line-chart'
import { FigureStrip } from '@/components/ui/figure-strip'
import { formatNumber, formatPercent } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import type { figures } from '@/lib/booking/queries/figures'
import type { Language } from '@/lib/platform/messages'

export type Figures = Awaited<ReturnType<typeof figures>>
type Props = { language: Language; figures: Figures; csv: (sheet: string) => string }

const shareOf = (share: number | null, language: Language): string =>
  share === null ? '–' : formatPercent(share, language)

/** The figures in short: utilisation, readiness, drop-ins, projects. */
export function UseStrip({ language, figures }: Pick<Props, 'language' | 'figures'>) {
  const t = text(language)
  const { utilisation, readyBeforeNoon, dropIns, groups } = figures
  const { ready, of } = readyBeforeNoon
  const count = dropIns.reduce((sum, one) => sum + one.dropIns, 0)
  return (
    <FigureStrip
      label={t('compute.figures.strip')}
      figures={[
        { value: shareOf(utilisation, language), label: t('compute.figures.utilisation') },
        { value: shareOf(of === 0 ? null : ready / of, language), label: t('compute.figures.ready', { ready, of }) },
        { value: formatNumber(count, language), label: t('compute.figures.dropIns', { count }) },
        { value: formatNumber(groups.length, language), label: t('compute.figures.groups', { count: groups.length }) },
      ]}
    />
  )
}

/** How much of each machine was used, week by week. */
function MachineCharts({ t, language, figures: { machines, from, to }, csv }: Props & { t: Text }) {
  return machines.map(({ machine, name, utilisation, weeks }) => (
    <Panel key={machine}>
      <LineChart
        language={language}
        title={t('compute.figures.week.title', { name })}
        csv={csv('weeks')}
        points={weeks.map(({ week, used, lendable }) => ({ label: week, value: lendable === 0 ? 0 : used / lendable }))}
        headings={[t('compute.figures.week'), t('compute.figures.share')]}
        show={(value) => formatPercent(value, language)}
        summary={t('compute.figures.week.summary', { name, from, to, share: shareOf(utilisation, language) })}
      />
    </Panel>
  ))
}

/** Pictures of how the machines are used, each with its table and its CSV. */
export function UseCharts(props: Props) {
  const { language, figures, csv } = props
  const t = text(language)
  const { groups, leadTimes, dropIns } = figures
  const names = (name: string): readonly [string, string] => [t('compute.holder'), name]
  return (
    <>
      <MachineCharts {...props} t={t} />
      <Panel>
        <BarChart
          language={language}
          title={t('compute.figures.budget')}
          note={t('compute.figures.budget.note')}
          csv={csv('groups')}
          headings={names(t('compute.figures.budget.used'))}
          bars={groups.map(({ name, used, budget }) => ({ label: `${name} (${used}/${budget})`, value: used }))}
        />
      </Panel>
      <Panel>
        <BarChart
          language={language}
          title={t('compute.figures.lead-time')}
          csv={csv('lead-times')}
          headings={[t('compute.figures.lead-time.weeks'), t('compute.figures.lead-time.bookings')]}
          bars={leadTimes.map(({ lead, bookings }) => ({
            label: t(`compute.figures.lead.${lead}` as MessageKey),
            value: bookings,
          }))}
        />
      </Panel>
      <Panel>
        <BarChart
          language={language}
          title={t('compute.figures.drop-ins')}
          csv={csv('drop-ins')}
          headings={[t('compute.figures.month'), t('compute.figures.drop-ins')]}
          bars={dropIns.map(({ month, dropIns: value }) => ({ label: month, value }))}
        />
      </Panel>
    </>
  )
}
