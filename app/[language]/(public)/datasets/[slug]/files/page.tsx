import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { foundOrMissing } from '@/app/found-or-missing'
import { show } from '@/app/show'
import { VerdictPanel } from '@/components/access/request/verdict-panel'
import { Fetching } from '@/components/delivery/fetching'
import { FileTable } from '@/components/delivery/file-table'
import { type Text, text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { FigureStrip } from '@/components/ui/figure-strip'
import { formatNumber } from '@/components/ui/format'
import { EmptyState, Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { type AccessVerdict, accessVerdict } from '@/lib/access/queries/verdict'
import { datasetPage } from '@/lib/catalogue/queries/dataset-page'
import { type DatasetFiles, datasetFiles } from '@/lib/delivery/queries/files'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { isLanguage, type Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'

export const dynamic = 'force-dynamic'

type Query = { version?: string; cursor?: string }
type Props = { params: Promise<{ language: string; slug: string }>; searchParams: Promise<Query> }
type Part = { t: Text; language: Language; list: DatasetFiles; verdict: AccessVerdict['verdict'] | null }

const pageSize = 200

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  return isLanguage(language) ? { title: text(language)('files.title', { name: slug }) } : {}
}

function Figures({ t, language, list: { count, bytes, publishedAt, version } }: Omit<Part, 'verdict'>) {
  const figures = [
    { value: formatNumber(count, language), label: t('files.count', { count }) },
    { value: formatBytes(bytes, language), label: t('files.size') },
    { value: version, label: t('files.version') },
    { value: publishedAt && <Time value={publishedAt} language={language} />, label: t('files.published') },
  ]
  return <FigureStrip label={t('files.list')} figures={figures} />
}

function Access({ t, language, list: { slug }, verdict }: Part) {
  if (verdict === null) {
    const next = new URLSearchParams({ next: `/datasets/${slug}/files` })
    return <p>{t.rich('files.fetch.sign-in', { link: (chunks) => <a href={`/sign-in?${next}`}>{chunks}</a> })}</p>
  }
  return <VerdictPanel t={t} language={language} verdict={verdict} />
}

function Listed({ t, language, list, verdict }: Part) {
  const mayFetch = verdict?.may ?? false
  const { slug, version, next, isSynthetic, versions } = list
  const at = (more: Record<string, string>) => `/datasets/${slug}/files?${new URLSearchParams(more)}`
  return (
    <>
      {isSynthetic && <Notice tone="wait">{t('files.synthetic')}</Notice>}
      <Figures t={t} language={language} list={list} />
      <Fetching t={t} list={list} mayFetch={mayFetch} origin={env().PORTAL_ORIGIN}>
        <Access t={t} language={language} list={list} verdict={verdict} />
      </Fetching>
      <Panel title={t('files.list')} actions={<Tag>{t('files.of', { version: version ?? '' })}</Tag>}>
        <FileTable t={t} language={language} list={list} mayFetch={mayFetch} />
        <Pagination
          language={language}
          next={next === null ? undefined : at({ version: version ?? '', cursor: next })}
        />
      </Panel>
      {versions.length > 1 && (
        <p className="flex flex-wrap gap-x-5 gap-y-2">
          {versions
            .filter((other) => other !== version)
            .map((other) => (
              <a key={other} href={at({ version: other })}>
                {t('files.other', { version: other })}
              </a>
            ))}
        </p>
      )}
    </>
  )
}

/** The files of a dataset's version: listed for everybody, to be fetched by who may use them now. */
export default async function FilesPage({ params, searchParams }: Props) {
  const [{ language, slug }, { version, cursor }] = await Promise.all([params, searchParams])
  if (!isLanguage(language)) notFound()
  const ctx = await requestContext()
  const page = await foundOrMissing(datasetPage(ctx, { slug }))
  const here = `/datasets/${slug}/files`
  const list = await show(datasetFiles(ctx, { slug, version, cursor, limit: pageSize }), here)
  const verdict = isPerson(ctx.actor) ? (await show(accessVerdict(ctx, { dataset: slug }), here)).verdict : null
  const t = text(language)
  const { shortName, title } = page.version.record
  const crumbs = [
    { href: '/datasets', label: t('dataset.crumb') },
    { href: `/datasets/${slug}`, label: shortName },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('files.title', { name: shortName })}
        lead={<span lang="en">{title}</span>}
        actions={
          <LinkButton href={`/datasets/${slug}/request`} rel="nofollow">
            {t('files.fetch.ask')}
          </LinkButton>
        }
      />
      <div className="grid gap-5">
        {list.version === null ? (
          <EmptyState title={t('files.none')}>{t('files.none.more')}</EmptyState>
        ) : (
          <Listed t={t} language={language} list={list} verdict={verdict} />
        )}
      </div>
    </>
  )
}
