import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import type { Language } from '@/lib/platform/messages'
import { Terms } from './terms'

const needs = ['study', 'ethics', 'selection', 'people', 'terms'] as const

/** What a request will need, for somebody who is signed in, until requests can be sent. */
export function RequestPage({ language, page }: { language: Language; page: DatasetPage }) {
  const t = text(language)
  const { record } = page.version
  const crumbs = [
    { href: '/datasets', label: t('dataset.crumb') },
    { href: `/datasets/${page.slug}`, label: record.shortName },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('dataset.request.title', { name: record.shortName })}
        lead={<span lang="en">{record.title}</span>}
        actions={<LinkButton href={`/datasets/${page.slug}`}>{t('dataset.request.back')}</LinkButton>}
      />
      <div className="grid max-w-3xl gap-5">
        <Notice tone="wait" title={t('dataset.request.later')}>
          {record.contactEmail && (
            <a href={`mailto:${record.contactEmail}?subject=${encodeURIComponent(record.title)}`}>
              {t('dataset.request.write')}: {record.contactEmail}
            </a>
          )}
        </Notice>
        <Panel title={t('dataset.request.need')}>
          <ol className="grid list-decimal gap-1.5 pl-5">
            {needs.map((need) => (
              <li key={need}>{t(`dataset.request.need.${need}`)}</li>
            ))}
          </ol>
        </Panel>
        <Terms language={language} record={record} dataUse={page.dataUse} />
      </div>
    </>
  )
}
