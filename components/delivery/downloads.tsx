import type { Text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { formatNumber } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { GrantDownloads } from '@/lib/delivery/queries/downloads'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'

type Download = GrantDownloads['items'][number]
type Props = { t: Text; language: Language; downloads: GrantDownloads; older: (before: string) => string }

const columnsOf = (t: Text, language: Language): Column<Download>[] => [
  {
    key: 'file',
    label: t('downloads.file'),
    cell: ({ path, version }) => (
      <>
        <span className="break-all">{path}</span>
        <span className="block text-sm font-normal text-soft">{t('downloads.version', { version })}</span>
      </>
    ),
  },
  { key: 'who', label: t('downloads.by'), cell: ({ person }) => person.name },
  {
    key: 'when',
    label: t('downloads.at'),
    cell: ({ beganAt, lastAt, requests }) => (
      <>
        <Time value={beganAt} language={language} show="minute" />
        {requests > 1 && (
          <span className="block text-sm text-soft">
            {t('downloads.resumed', { times: requests - 1 })} <Time value={lastAt} language={language} show="minute" />
          </span>
        )}
      </>
    ),
  },
  { key: 'bytes', label: t('downloads.bytes'), numeric: true, cell: ({ bytes }) => formatBytes(bytes, language) },
]

/** What was fetched under a grant: the files with who fetched them and when, the newest first. */
export function Downloads({ t, language, downloads: { count, bytes, items, next }, older }: Props) {
  return (
    <Panel title={t('downloads.title')}>
      {count > 0 && (
        <p className="mb-3 text-soft">
          {t('downloads.sum', {
            files: formatNumber(count, language),
            count,
            bytes: formatBytes(bytes, language),
          })}
        </p>
      )}
      <Table
        caption={t('downloads.title')}
        hideCaption
        columns={columnsOf(t, language)}
        rows={items}
        rowKey={({ id }) => id}
        empty={<p className="text-soft">{t('downloads.none')}</p>}
      />
      {next && (
        <LinkButton href={older(next)} size="small" className="mt-4">
          {t('downloads.older')}
        </LinkButton>
      )}
    </Panel>
  )
}
