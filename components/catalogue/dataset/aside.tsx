import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { NotStated } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import { modalityLabel } from '@/lib/catalogue/rules/modality'
import { organLabel } from '@/lib/catalogue/rules/organs'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import type { Language } from '@/lib/platform/messages'
import { RecordFacts } from './record-facts'
import { Holder, Lines, PersonName } from './values'
import { YourAccess } from './your-access'

type Props = { language: Language; page: DatasetPage }

/** Beside the page: asking for access, who made it, the record's own data, and what is related. */
export function DatasetAside({ language, page }: Props) {
  const t = text(language)
  return (
    <>
      <Panel title={t('dataset.request')}>
        <YourAccess dataset={page.slug} language={language} />
        <p className="mb-3 text-soft">{t('dataset.request.lead')}</p>
        <LinkButton href={`/datasets/${page.slug}/request`} rel="nofollow" className="w-full">
          {t('dataset.request')}
        </LinkButton>
      </Panel>
      <People language={language} record={page.version.record} />
      <RecordFacts language={language} page={page} />
      <Related language={language} page={page} />
    </>
  )
}

function People({ language, record }: { language: Language; record: DatasetRecord }) {
  const t = text(language)
  return (
    <Panel title={t('dataset.people')}>
      <Lines
        of={record.authors}
        keyOf={({ name }) => name}
        language={language}
        show={(author) => <PersonName {...author} language={language} />}
      />
      <h3 className="mt-3.5 mb-1">{t('catalogue.field.copyrightHolders')}</h3>
      <Lines
        of={record.copyrightHolders}
        keyOf={({ name }) => name}
        language={language}
        show={(holder) => <Holder value={holder} language={language} />}
      />
    </Panel>
  )
}

function Related({ language, page }: Props) {
  const t = text(language)
  return (
    <Panel title={t('dataset.related')}>
      {page.related.length === 0 && <p className="text-soft">{t('dataset.related.none')}</p>}
      <ul className="grid gap-3">
        {page.related.map(({ slug, title, modalities, organs }) => (
          <li key={slug}>
            <a href={`/datasets/${slug}`} lang="en">
              {title}
            </a>
            <div className="text-sm text-soft">
              {[
                ...modalities.map((code) => modalityLabel(code, language)),
                ...organs.map(({ name }) => organLabel(name, language)),
              ].join(' · ') || <NotStated language={language} />}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
