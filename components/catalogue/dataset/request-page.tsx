import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import type { Language } from '@/lib/platform/messages'
import { Terms } from './terms'

const needs = ['study', 'ethics', 'selection', 'people', 'terms'] as const

type Props = {
  language: Language
  page: DatasetPage
  /** What its form asks of everybody; null: the standard form. */
  asks: readonly string[] | null
  children: ReactNode
}

/** Asking for a dataset: whether one may use it already and how to ask (`children`), what a request needs, and its terms. */
export function RequestPage({ language, page, asks, children }: Props) {
  const t = text(language)
  const inWords = (need: (typeof needs)[number]) => t(`dataset.request.need.${need}`)
  const list = asks === null ? needs.map(inWords) : [...asks, inWords('ethics'), inWords('terms')]
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
        {children}
        <Panel title={t('dataset.request.need')}>
          <ol className="grid list-decimal gap-1.5 pl-5">
            {list.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ol>
        </Panel>
        <Terms language={language} record={record} dataUse={page.dataUse} />
      </div>
    </>
  )
}
