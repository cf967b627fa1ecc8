import type { Text } from '@/components/messages'
import { buttonClass } from '@/components/ui/button'
import { type Column, Table } from '@/components/ui/table'
import type { DatasetFiles } from '@/lib/delivery/queries/files'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'

type Line = DatasetFiles['files'][number]
type Props = { t: Text; language: Language; list: DatasetFiles; mayFetch: boolean }

/** The bytes of a checksum that fit on a line; the whole of it to who copies. */
const Checksum = ({ t, file: { sha256, checked } }: { t: Text; file: Line }) => (
  <>
    <code className="text-sm break-all">{sha256}</code>
    <span className="block text-sm text-soft">{t(`files.checked.${checked}`)}</span>
  </>
)

/** The files of a version, each with a button to fetch it for who may: a plain form, which makes the link and follows it. */
export function FileTable({ t, language, list, mayFetch }: Props) {
  const { slug, version, files } = list
  const download = ({ id, path, checked }: Line) =>
    checked === 'differs' ? null : (
      <form method="post" action={`/downloads/${id}`}>
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="version" value={version ?? ''} />
        <button type="submit" className={buttonClass({ size: 'small' })}>
          {t('files.download')}
          <span className="sr-only"> {path}</span>
        </button>
      </form>
    )
  const columns: Column<Line>[] = [
    { key: 'path', label: t('files.column.path'), cell: ({ path }) => <span className="break-all">{path}</span> },
    {
      key: 'size',
      label: t('files.column.size'),
      numeric: true,
      cell: ({ size }) => <data value={size}>{formatBytes(size, language)}</data>,
    },
    { key: 'type', label: t('files.column.type'), cell: ({ type }) => type },
    { key: 'sha256', label: t('files.column.sha256'), long: true, cell: (file) => <Checksum t={t} file={file} /> },
    ...(mayFetch ? [{ key: 'download', label: t('files.column.download'), cell: download }] : []),
  ]
  return <Table caption={t('files.list')} hideCaption columns={columns} rows={files} rowKey={({ id }) => id} />
}
