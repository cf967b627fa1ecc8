import { text } from '@/components/messages'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import { duoLabel, oboUrl } from '@/lib/catalogue/rules/duo'
import { type LicenceCode, licences } from '@/lib/catalogue/rules/licences'
import type { DataUse } from '@/lib/catalogue/schema/data-use'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import type { Language } from '@/lib/platform/messages'
import { UseConditions } from './data-use'
import { External } from './external'
import { Lines } from './values'

type Props = { language: Language; record: DatasetRecord; dataUse: DataUse | null }

/** What one agrees to, licence by licence, and for what the data may be used, in plain words. */
export function Terms({ language, record, dataUse }: Props) {
  const t = text(language)
  return (
    <Panel title={t('dataset.terms')}>
      <p className="max-w-[75ch] text-soft">{t('dataset.terms.lead')}</p>
      {record.licences.map((code) => (
        <Licence key={code} code={code} language={language} />
      ))}
      {dataUse && (
        <section className="mt-4 border-t border-line pt-3" id="data-use">
          <h3 className="mb-1.5">{t('dataset.terms.use')}</h3>
          <UseConditions language={language} conditions={dataUse} />
          <p className="mt-2">
            <a href={`/datasets/${record.slug}/purpose`} rel="nofollow">
              {t('purpose.link')}
            </a>
          </p>
        </section>
      )}
      {dataUse === null && record.duoSuggested.length > 0 && (
        <section className="mt-4 border-t border-line pt-3 text-sm">
          <h3>{t('dataset.terms.duo')}</h3>
          <p className="mb-1.5 text-soft">{t('dataset.terms.duo.note')}</p>
          <Lines
            of={record.duoSuggested}
            keyOf={(id) => id}
            language={language}
            show={(id) => (
              <>
                <External href={oboUrl(id)} language={language}>
                  {id}
                </External>{' '}
                <span lang="en">{duoLabel(id)}</span>
              </>
            )}
          />
        </section>
      )}
    </Panel>
  )
}

// The second id is the anchor that the old site used; works link to it.
function Licence({ code, language }: { code: LicenceCode; language: Language }) {
  const t = text(language)
  const { name, spdx, terms } = licences[code]
  return (
    <section className="mt-3.5" id={code}>
      <h3 id={code === 'controlled-access' ? undefined : `${code}-license`}>
        {name[language]} <span className="ml-1 text-sm font-normal text-soft">{spdx}</span>
      </h3>
      <ul className="mt-1 grid gap-1">
        {terms.map((term) => (
          <li key={term} className="flex gap-2.5">
            <Icon name="check" className="mt-1 size-4 text-accent" />
            {t(`catalogue.term.${term}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
