import type { Text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { SharingRecordPage } from '@/lib/catalogue/queries/sharing-record'
import { countryName } from '@/lib/catalogue/rules/countries'
import type { Language } from '@/lib/platform/messages'

type Shared = SharingRecordPage['items'][number]
type Props = { t: Text; language: Language; page: SharingRecordPage; older: (before: string) => string }

const columnsOf = (t: Text, language: Language): Column<Shared>[] => [
  {
    key: 'dataset',
    label: t('sharing.dataset'),
    cell: ({ dataset }) => <a href={`/datasets/${dataset}`}>{dataset}</a>,
  },
  { key: 'country', label: t('dataset.sharing.country'), cell: ({ country }) => countryName(country, language) },
  {
    key: 'institution',
    label: t('sharing.institution'),
    long: true,
    cell: ({ institution, department }) => (
      <>
        {institution ?? '–'}
        {department && <span className="block text-sm text-soft">{department}</span>}
      </>
    ),
  },
  {
    key: 'recipient',
    label: t('sharing.recipient'),
    cell: ({ recipient, optedOut }) => (
      <>
        {recipient ?? '–'} {optedOut && <Tag>{t('sharing.opted-out')}</Tag>}
      </>
    ),
  },
  { key: 'day', label: t('sharing.day'), cell: ({ sharedOn }) => sharedOn ?? '–' },
  {
    key: 'source',
    label: t('sharing.source'),
    cell: ({ grantId, illustrative }) =>
      grantId ? (
        <a href={`/grants/${grantId}`}>{t('sharing.grant')}</a>
      ) : (
        t(illustrative ? 'sharing.illustrative' : 'sharing.register')
      ),
  },
]

/** Every time that data were shared, the newest first. */
export function SharingTable({ t, language, page: { items, next }, older }: Props) {
  return (
    <Panel title={t('sharing.events')}>
      <Table
        caption={t('sharing.events')}
        hideCaption
        columns={columnsOf(t, language)}
        rows={items}
        rowKey={({ id }) => id}
        empty={<p className="text-soft">{t('dataset.sharing.none')}</p>}
      />
      {next && (
        <LinkButton href={older(next)} size="small" className="mt-4">
          {t('sharing.older')}
        </LinkButton>
      )}
    </Panel>
  )
}
