import { text } from '@/components/messages'
import { formatNumber } from '@/components/ui/format'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import { countryName } from '@/lib/catalogue/rules/countries'
import type { Language } from '@/lib/platform/messages'

type Shared = DatasetPage['sharing'][number]

/** With whom the dataset was shared, as far as the public record goes. */
export function SharingRecord({ language, sharing }: { language: Language; sharing: readonly Shared[] }) {
  const t = text(language)
  const events = sharing.reduce((sum, one) => sum + one.events, 0)
  if (events === 0)
    return (
      <Panel title={t('dataset.sharing')}>
        <p className="text-soft">{t('dataset.sharing.none')}</p>
      </Panel>
    )
  return (
    <Panel title={t('dataset.sharing')} id="sharing">
      {sharing.some(({ illustrative }) => illustrative) && (
        <div className="mb-3">
          <Notice tone="wait">{t('dataset.sharing.illustrative')}</Notice>
        </div>
      )}
      <p className="mb-2">{t('dataset.sharing.summary', { events, countries: sharing.length })}</p>
      <Table
        caption={t('dataset.sharing')}
        hideCaption
        phone="scroll"
        columns={columnsOf(language, sharing)}
        rows={sharing}
        rowKey={({ country }) => country}
      />
    </Panel>
  )
}

function columnsOf(language: Language, sharing: readonly Shared[]): Column<Shared>[] {
  const t = text(language)
  const columns: Column<Shared>[] = [
    { key: 'country', label: t('dataset.sharing.country'), cell: ({ country }) => countryName(country, language) },
    {
      key: 'events',
      label: t('dataset.sharing.events'),
      numeric: true,
      cell: ({ events }) => formatNumber(events, language),
    },
    ...(sharing.some(({ recorded }) => recorded > 0)
      ? [
          {
            key: 'recorded',
            label: t('dataset.sharing.recorded'),
            numeric: true,
            cell: ({ recorded }: Shared) => formatNumber(recorded, language),
          },
        ]
      : []),
  ]
  if (!sharing.some(({ institutions }) => institutions.length > 0)) return columns
  const named: Column<Shared> = {
    key: 'institutions',
    label: t('dataset.sharing.institutions'),
    cell: ({ institutions }) =>
      institutions
        .map((one) => [one.recipient, one.department, one.institution].filter((part) => part !== null).join(', '))
        .join('; '),
  }
  return [...columns, named]
}
