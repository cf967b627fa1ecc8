import { text } from '@/components/messages'
import { HeatMatrix } from '@/components/ui/charts/heat-matrix'
import { LineChart } from '@/components/ui/charts/line-chart'
import { WorldMap } from '@/components/ui/charts/world-map'
import { FigureStrip } from '@/components/ui/figure-strip'
import { formatNumber } from '@/components/ui/format'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { CatalogueMetrics } from '@/lib/catalogue/queries/catalogue-metrics'
import { countryName } from '@/lib/catalogue/rules/countries'
import { growthByQuarter } from '@/lib/catalogue/rules/metrics/quarters'
import { modalityLabel } from '@/lib/catalogue/rules/modality'
import { nameKey, organLabel } from '@/lib/catalogue/rules/organs'
import type { Language } from '@/lib/platform/messages'
import { MetricsTable } from './metrics-table'

type Props = { language: Language; metrics: CatalogueMetrics }

/** What the catalogue holds and how it is shared: the hub's table, then pictures, each with its table and its CSV. */
export function MetricsPage({ language, metrics }: Props) {
  const t = text(language)
  return (
    <>
      <PageHeader title={t('metrics.title')} lead={t('metrics.lead')} />
      <div className="grid gap-5">
        <MetricsTable language={language} rows={metrics.table} />
        <Counts language={language} metrics={metrics} />
        <Panel>
          <SharingMap language={language} metrics={metrics} />
        </Panel>
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <Panel>
            <Growth language={language} metrics={metrics} />
          </Panel>
          <Panel>
            <ByOrgan language={language} metrics={metrics} />
          </Panel>
        </div>
      </div>
    </>
  )
}

function Counts({ language, metrics: { counts } }: Props) {
  const t = text(language)
  const figure = (key: 'modalities' | 'organs' | 'countries' | 'events', count: number) => ({
    value: formatNumber(count, language),
    label: t(`metrics.counts.${key}`, { count }),
  })
  return (
    <FigureStrip
      label={t('metrics.counts')}
      figures={[
        figure('modalities', counts.modalities),
        figure('organs', counts.organs),
        figure('countries', counts.countries),
        figure('events', counts.sharingEvents),
      ]}
    />
  )
}

function SharingMap({ language, metrics: { sharing, counts, illustrative, recorded } }: Props) {
  const t = text(language)
  const [most] = sharing
  const summary = most
    ? t('metrics.map.summary', {
        events: counts.sharingEvents,
        countries: counts.countries,
        most: countryName(most.country, language),
      })
    : t('metrics.map.none')
  return (
    <WorldMap
      language={language}
      title={t('metrics.map')}
      note={[
        summary,
        ...(illustrative ? [t('metrics.map.illustrative')] : []),
        ...(recorded > 0 ? [t('metrics.map.recorded', { recorded })] : []),
      ].join(' ')}
      summary={summary}
      headings={[t('metrics.country'), t('metrics.events')]}
      values={sharing.map(({ country, events }) => ({ country, value: events }))}
      part={
        recorded > 0
          ? {
              label: t('dataset.sharing.recorded'),
              of: Object.fromEntries(sharing.map((one) => [one.country, one.recorded])),
            }
          : undefined
      }
      csv="/metrics/sharing.csv"
    />
  )
}

function Growth({ language, metrics }: Props) {
  const t = text(language)
  const quarters = growthByQuarter(metrics.growth)
  const [first, last] = [quarters[0], quarters.at(-1)]
  const summary =
    first && last
      ? t('metrics.growth.summary', {
          first: first.datasets,
          from: first.quarter,
          last: last.datasets,
          to: last.quarter,
        })
      : t('metrics.map.none')
  return (
    <LineChart
      language={language}
      title={t('metrics.growth')}
      note={t('metrics.growth.note')}
      summary={summary}
      headings={[t('metrics.quarter'), t('metrics.datasets')]}
      points={quarters.map(({ quarter, datasets }) => ({ label: quarter, value: datasets }))}
      csv="/metrics/growth.csv"
    />
  )
}

function ByOrgan({ language, metrics: { matrix } }: Props) {
  const t = text(language)
  // The head of a column is narrow: a long Swedish word may break where its parts meet.
  const breakable = (label: string) => label.replace('glasmikro', 'glas\u00admikro')
  const codes = new Map(matrix.modalities.map((code) => [breakable(modalityLabel(code, language)), code]))
  const organs = new Map(matrix.organs.map((name) => [organLabel(name, language), name]))
  const value = (organ: string, modality: string) => {
    const row = matrix.modalities.indexOf(codes.get(modality) ?? '')
    return matrix.cells[row]?.[matrix.organs.indexOf(organs.get(organ) ?? '')] ?? 0
  }
  const href = (organ: string, modality: string) =>
    `/datasets?${new URLSearchParams({ modality: codes.get(modality) ?? '', organ: nameKey(organs.get(organ) ?? '') })}`
  return (
    <HeatMatrix
      language={language}
      title={t('metrics.matrix')}
      note={t('metrics.matrix.note')}
      corner={t('metrics.organ')}
      rows={[...organs.keys()]}
      columns={[...codes.keys()]}
      value={value}
      href={href}
      csv="/metrics/modality-organ.csv"
    />
  )
}
