import { text } from '@/components/messages'
import { formatDate } from '@/components/ui/format'
import { DefinitionList } from '@/components/ui/lists'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { StateBadge, Tag } from '@/components/ui/tag'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import { doiOf } from '@/lib/catalogue/schema/record'
import type { Language } from '@/lib/platform/messages'
import { HowToCite } from './cite'

type Props = { language: Language; page: DatasetPage; withdrawn: NonNullable<DatasetPage['withdrawn']> }

/** What stays of a withdrawn dataset: that it was, why it went, what to use instead, and its citation. */
export function Tombstone({ language, page, withdrawn }: Props) {
  const t = text(language)
  const { record } = page.version
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/datasets', label: t('dataset.crumb') }]} language={language} />}
        title={<span lang="en">{record.title}</span>}
        state={
          <>
            <StateBadge tone="stop">{t('catalogue.state.withdrawn')}</StateBadge>
            <Tag>{t('dataset.version', { number: page.version.number })}</Tag>
          </>
        }
      />
      <div className="grid max-w-3xl gap-5">
        <Notice
          tone="stop"
          title={t.rich('dataset.withdrawn', {
            date: formatDate(withdrawn.at),
            whole: (chunks) => <span className="whitespace-nowrap">{chunks}</span>,
          })}
        >
          <p>{t('dataset.withdrawn.text')}</p>
          {withdrawn.replacedBy && (
            <p>
              {t.rich('dataset.withdrawn.instead', {
                name: withdrawn.replacement ?? withdrawn.replacedBy,
                link: (chunks) => (
                  <a href={`/datasets/${withdrawn.replacedBy}`} lang="en">
                    {chunks}
                  </a>
                ),
              })}
            </p>
          )}
        </Notice>
        <Panel title={t('dataset.withdrawn.reason')}>
          <p>{withdrawn.reason ?? t('dataset.withdrawn.no-reason')}</p>
        </Panel>
        <Panel title={t('dataset.withdrawn.was')}>
          <DefinitionList
            language={language}
            facts={[
              { term: 'DOI', detail: doiOf(page.slug) },
              { term: t('catalogue.field.authors'), detail: record.authors.map(({ name }) => name).join(', ') },
              { term: t('catalogue.field.publisher'), detail: record.publisher },
              { term: t('catalogue.field.datePublished'), detail: record.datePublished },
            ]}
          />
        </Panel>
        <HowToCite language={language} page={page} />
      </div>
    </>
  )
}
