import { text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate } from '@/components/ui/format'
import { Timeline } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import type { DatasetPage, VersionEntry } from '@/lib/catalogue/queries/dataset-page'
import type { Difference } from '@/lib/catalogue/rules/versions'
import type { Language } from '@/lib/platform/messages'
import { differingValue } from './values'

/** Every published version at its own address, newest first, with what it changed. */
export function Versions({ language, page }: { language: Language; page: DatasetPage }) {
  const t = text(language)
  const mark = (number: string) =>
    [
      number === page.currentNumber && t('dataset.versions.current'),
      number === page.version.number && t('dataset.versions.shown'),
    ]
      .filter(Boolean)
      .join(', ')
  const entry = (version: VersionEntry) => ({
    key: version.number,
    title: (
      <>
        <a href={`/datasets/${page.slug}/versions/${version.number}`} className="text-base font-medium">
          {t('dataset.version', { number: version.number })}
        </a>{' '}
        <span className="text-soft">
          {[formatDate(version.publishedAt), mark(version.number)].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
    about: <Changes language={language} version={version} />,
  })
  return (
    <Panel title={t('dataset.versions')} id="versions">
      <Timeline happenings={page.versions.map(entry)} />
    </Panel>
  )
}

function Changes({ language, version }: { language: Language; version: VersionEntry }) {
  const t = text(language)
  const { changes, changeNote } = version
  return (
    <>
      {changeNote && <p className="max-w-[75ch] text-ink">{changeNote}</p>}
      {changes === null && <p>{t('dataset.versions.first')}</p>}
      {changes?.length === 0 && <p>{t('dataset.versions.same')}</p>}
      {changes && changes.length > 0 && (
        <Disclosure summary={t('dataset.versions.changes', { count: changes.length })}>
          <dl className="grid gap-2">
            {changes.map((change) => (
              <div key={change.field}>
                <dt className="font-medium text-ink">{t(`catalogue.field.${change.field}`)}</dt>
                <Changed change={change} language={language} />
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
    </>
  )
}

function Changed({ change, language }: { change: Difference; language: Language }) {
  const t = text(language)
  const { before, after, added, removed } = change
  if (added.length + removed.length > 0)
    return (
      <>
        {removed.map((one) => (
          <dd key={one}>
            <del className="text-red no-underline">− {one}</del> ({t('dataset.versions.removed')})
          </dd>
        ))}
        {added.map((one) => (
          <dd key={one}>
            <ins className="text-green no-underline">+ {one}</ins> ({t('dataset.versions.added')})
          </dd>
        ))}
      </>
    )
  if (before === null && after === null) return <dd>{t('dataset.versions.order')}</dd>
  return (
    <>
      <dd>
        {t('dataset.versions.before')}: {differingValue(change, before, language)}
      </dd>
      <dd>
        {t('dataset.versions.after')}: <span className="text-ink">{differingValue(change, after, language)}</span>
      </dd>
    </>
  )
}
