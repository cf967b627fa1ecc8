import { Fragment, type ReactNode } from 'react'
import { text } from '@/components/messages'
import { NotStated } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import { doiOf } from '@/lib/catalogue/schema/record'
import { doiUrl } from '@/lib/platform/identifiers/doi'
import type { Language } from '@/lib/platform/messages'
import { External } from './external'

type Props = { language: Language; page: DatasetPage }

function factsOf({ language, page }: Props): [term: string, detail: ReactNode][] {
  const t = text(language)
  const { record, publishedAt } = page.version
  const { contactEmail: email, landingPage } = record
  const day = (date: string | null) => date && <Time value={date} language={language} />
  const out = (href: string, words: string) => (
    <External href={href} language={language}>
      {words}
    </External>
  )
  return [
    ['DOI', out(doiUrl(doiOf(page.slug)), doiOf(page.slug))],
    [t('catalogue.field.version'), page.version.number],
    [t('catalogue.field.dateCreated'), day(record.dateCreated)],
    [t('catalogue.field.datePublished'), day(record.datePublished ?? publishedAt)],
    [t('catalogue.field.dateModified'), day(record.dateModified)],
    [t('catalogue.field.publisher'), record.publisher],
    [t('catalogue.field.copyrightYear'), record.copyrightYear],
    [t('catalogue.field.contactEmail'), email && <a href={`mailto:${email}`}>{email}</a>],
    [t('catalogue.field.landingPage'), landingPage && out(landingPage, new URL(landingPage).host)],
    [
      t('dataset.machines'),
      <a key="json" href={`/api/v1/datasets/${page.slug}`}>
        {t('dataset.machines.json')}
      </a>,
    ],
  ]
}

/** What the record says of itself: identifier, dates, publisher, contact. Close set, for the narrow column. */
export function RecordFacts({ language, page }: Props) {
  return (
    <Panel title={text(language)('dataset.record')}>
      <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
        {factsOf({ language, page }).map(([term, detail]) => (
          <Fragment key={term}>
            <dt className="text-soft">{term}</dt>
            <dd className="break-words">{detail || <NotStated language={language} />}</dd>
          </Fragment>
        ))}
      </dl>
    </Panel>
  )
}
