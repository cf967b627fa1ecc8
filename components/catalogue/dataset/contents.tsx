import { text } from '@/components/messages'
import { FigureStrip } from '@/components/ui/figure-strip'
import { formatNumber } from '@/components/ui/format'
import { DefinitionList, NotStated } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import { agesOnly } from '@/lib/catalogue/rules/age'
import type { DatasetRecord, RecordField } from '@/lib/catalogue/schema/record'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'
import { fieldValue } from './values'

type Props = { language: Language; record: DatasetRecord }

/** How much there is, at a glance. */
export function DatasetFigures({ language, record }: Props) {
  const t = text(language)
  const missing = (
    <span className="text-base font-normal">
      <NotStated language={language} />
    </span>
  )
  const count = (key: 'scans' | 'annotations', value: number | null) => ({
    value: value === null ? missing : formatNumber(value, language),
    label: t(`dataset.figure.${key}`, { count: value ?? 0 }),
  })
  const size = record.bytes === null ? missing : formatBytes(record.bytes, language)
  return (
    <FigureStrip
      label={t('dataset.figures')}
      figures={[
        count('scans', record.numberOfScans),
        count('annotations', record.numberOfAnnotations),
        { value: size, label: t('dataset.figure.size') },
        { value: record.ageSpan === null ? missing : agesOnly(record.ageSpan), label: t('dataset.figure.ages') },
      ]}
    />
  )
}

/** What the dataset is about, in its depositor's words, and the keywords that find more of the kind. */
export function About({ language, record }: Props) {
  const t = text(language)
  return (
    <Panel title={t('dataset.about')}>
      <p className="max-w-[75ch]" lang="en">
        {record.abstract}
      </p>
      <h3 className="sr-only">{t('dataset.keywords')}</h3>
      <ul className="mt-3 flex flex-wrap gap-2" lang="en">
        {record.keywords.map((word) => (
          <li key={word}>
            <Tag href={`/datasets?q=${encodeURIComponent(`"${word}"`)}`}>{word}</Tag>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const held = [
  'modalities',
  'organs',
  'subject',
  'ageSpan',
  'scanners',
  'resolution',
  'stain',
  'phase',
  'status',
] as const

/** The facts of the images, with their codes. */
export function Contents({ language, record }: Props) {
  const t = text(language)
  const fact = (field: RecordField) => ({
    key: field,
    term: t(`catalogue.field.${field}`),
    detail: fieldValue(record, field, language),
  })
  return (
    <Panel title={t('dataset.contents')}>
      <DefinitionList language={language} facts={held.map(fact)} />
      {record.notes.length > 0 && (
        <>
          <h3 className="mt-4">{t('dataset.notes')}</h3>
          <ul className="mt-1 grid max-w-[75ch] list-disc gap-1 pl-5 text-soft" lang="en">
            {record.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
