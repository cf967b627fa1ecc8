import type { Metadata } from 'next'
import { show } from '@/app/show'
import { AddFiles, PublishFiles } from '@/components/delivery/keep-forms'
import { OneButtonForm } from '@/components/identity/one-button-form'
import { type Text, text } from '@/components/messages'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import { type KeptLists, keptLists } from '@/lib/delivery/queries/kept-lists'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'
import { add, copy, publish, register, remove } from './actions'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ version?: string; cursor?: string }> }
type Part = { t: Text; language: Language; kept: KeptLists }
type List = KeptLists['lists'][number]
type Line = KeptLists['files'][number]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('files.keep.title', { slug: (await params).slug }) }
}

function Lists({ t, language, kept: { slug, lists } }: Part) {
  const columns: Column<List>[] = [
    {
      key: 'version',
      label: t('files.keep.column.version'),
      cell: ({ version }) => <a href={`/stewardship/datasets/${slug}/files?version=${version}`}>{version}</a>,
    },
    {
      key: 'state',
      label: t('files.keep.column.state'),
      cell: ({ state }) => (
        <StateBadge tone={state === 'published' ? 'ok' : 'wait'}>{t(`files.keep.state.${state}`)}</StateBadge>
      ),
    },
    { key: 'files', label: t('files.keep.column.files'), numeric: true, cell: ({ files }) => files },
    { key: 'size', label: t('files.column.size'), numeric: true, cell: ({ bytes }) => formatBytes(bytes, language) },
  ]
  if (lists.length === 0) return null
  return (
    <Panel title={t('files.keep.lists')}>
      <Table caption={t('files.keep.lists')} hideCaption columns={columns} rows={lists} rowKey={({ id }) => id} />
    </Panel>
  )
}

function FilesOf({ t, language, kept }: Part) {
  const { slug, version, list, files, next, mayKeep } = kept
  const said = { version: version ?? '' }
  const columns: Column<Line>[] = [
    { key: 'path', label: t('files.column.path'), cell: ({ path }) => <span className="break-all">{path}</span> },
    { key: 'size', label: t('files.column.size'), numeric: true, cell: ({ size }) => formatBytes(size, language) },
    {
      key: 'checked',
      label: t('files.keep.column.checked'),
      long: true,
      cell: ({ sha256, checked }) => (
        <>
          <code className="text-sm break-all">{sha256}</code>
          <span className="block text-sm text-soft">{t(`files.checked.${checked}`)}</span>
        </>
      ),
    },
    {
      key: 'remove',
      label: t('files.keep.remove'),
      cell: ({ id, path }) =>
        mayKeep && list?.state === 'draft' ? (
          <OneButtonForm
            action={remove}
            name="file"
            value={id}
            also={{ slug, ...said }}
            label={t('files.keep.remove')}
            about={path}
          />
        ) : null,
    },
  ]
  const columnsShown = list?.state === 'draft' ? columns : columns.slice(0, -1)
  return (
    <Panel title={t('files.of', said)}>
      <Table
        caption={t('files.of', said)}
        hideCaption
        columns={columnsShown}
        rows={files}
        rowKey={({ id }) => id}
        empty={<p className="text-soft">{t('files.keep.empty', said)}</p>}
      />
      <Pagination
        language={language}
        next={next === null ? undefined : `?${new URLSearchParams({ ...said, cursor: next })}`}
      />
    </Panel>
  )
}

/** What stewards list of a dataset's files, version by version. */
export default async function KeptFilesPage({ params, searchParams }: Props) {
  const [ctx, { slug }, { version, cursor }] = await Promise.all([requestContext(), params, searchParams])
  const { language } = ctx
  const t = text(language)
  const kept = await show(keptLists(ctx, { slug, version, cursor }), `/stewardship/datasets/${slug}/files`)
  const part = { t, language, kept }
  const isOpen = kept.mayKeep && kept.list?.state !== 'published' && kept.version !== null
  const crumbs = [
    { href: '/stewardship/datasets', label: t('stewardship.datasets') },
    { href: `/stewardship/datasets/${slug}`, label: slug },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('files.keep.title', { slug })}
        lead={t('files.keep.lead')}
      />
      <div className="grid gap-5">
        <Lists {...part} />
        <FilesOf {...part} />
        {isOpen && <AddFiles {...part} acts={{ add, register, copy, publish }} />}
        {isOpen && kept.files.length > 0 && <PublishFiles {...part} acts={{ add, register, copy, publish }} />}
      </div>
    </>
  )
}
