import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { StateBadge, Tag } from '@/components/ui/tag'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import { licences } from '@/lib/catalogue/rules/licences'
import { doiOf } from '@/lib/catalogue/schema/record'
import { doiUrl } from '@/lib/platform/identifiers/doi'
import type { Language } from '@/lib/platform/messages'
import { External } from './external'

type Props = { language: Language; page: DatasetPage }

/** What it is, its state, and what can be done: the head of a dataset's page. */
export function DatasetHeader({ language, page }: Props) {
  const t = text(language)
  const { record } = page.version
  const crumbs = [
    { href: '/datasets', label: t('dataset.crumb') },
    ...(page.isCurrent ? [] : [{ href: `/datasets/${page.slug}`, label: record.shortName }]),
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={<span lang="en">{record.title}</span>}
        state={<State language={language} page={page} />}
        actions={
          <>
            <LinkButton href={`/datasets/${page.slug}/files${page.isCurrent ? '' : `?version=${page.version.number}`}`}>
              {t('files.nav')}
            </LinkButton>
            <LinkButton href={`/compare?d=${page.slug}`}>{t('dataset.compare')}</LinkButton>
            <LinkButton look="primary" href={`/datasets/${page.slug}/request`} rel="nofollow">
              {t('dataset.request')}
            </LinkButton>
          </>
        }
      />
      {!page.isCurrent && (
        <div className="mb-5">
          <Notice tone="wait">
            {t.rich('dataset.versions.old', {
              shown: page.version.number,
              current: page.currentNumber,
              newest: (chunks) => <a href={`/datasets/${page.slug}`}>{chunks}</a>,
            })}
          </Notice>
        </div>
      )}
    </>
  )
}

function State({ language, page }: Props) {
  const t = text(language)
  const { record } = page.version
  const doi = doiOf(page.slug)
  return (
    <>
      <StateBadge tone={record.status === 'Completed' ? 'ok' : 'wait'}>
        {t(`catalogue.status.${record.status}`)}
      </StateBadge>
      <Tag>{t('dataset.version', { number: page.version.number })}</Tag>
      {record.licences.map((code) => (
        <Tag key={code} href={`#${code}`}>
          {licences[code].name[language]}
        </Tag>
      ))}
      <External href={doiUrl(doi)} language={language}>
        doi:{doi}
      </External>
    </>
  )
}
