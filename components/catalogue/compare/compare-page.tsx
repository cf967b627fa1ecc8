import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { NotStated } from '@/components/ui/lists'
import { EmptyState, Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ScrollBox } from '@/components/ui/table'
import type { Comparison } from '@/lib/catalogue/queries/compare-datasets'
import { modalityLabel } from '@/lib/catalogue/rules/modality'
import { organLabel } from '@/lib/catalogue/rules/organs'
import { fieldTexts } from '@/lib/catalogue/rules/versions'
import { compareLimit } from '@/lib/catalogue/schema/pages'
import type { DatasetRecord, RecordField } from '@/lib/catalogue/schema/record'
import type { Language } from '@/lib/platform/messages'
import { fieldValue } from '../dataset/values'

type Props = { language: Language; comparison: Comparison }

const rows: readonly RecordField[] = [
  ...([
    'modalities',
    'organs',
    'subject',
    'numberOfScans',
    'numberOfAnnotations',
    'bytes',
    'ageSpan',
    'scanners',
  ] as const),
  ...([
    'resolution',
    'stain',
    'phase',
    'status',
    'version',
    'datePublished',
    'licences',
    'keywords',
    'authors',
  ] as const),
  ...(['copyrightHolders', 'abstract', 'notes'] as const),
]

/** Up to four datasets side by side, field by field, with the rows marked in which they differ. */
export function ComparePage({ language, comparison: { records, missing } }: Props) {
  const t = text(language)
  return (
    <>
      <PageHeader
        title={t('compare.title')}
        lead={t('compare.lead')}
        actions={
          records.length > 0 &&
          records.length < compareLimit && <LinkButton href="/datasets">{t('compare.add')}</LinkButton>
        }
      />
      {missing.length > 0 && <Notice tone="wait">{t('compare.missing', { slugs: missing.join(', ') })}</Notice>}
      {records.length === 0 ? (
        <EmptyState
          title={t('compare.empty')}
          action={
            <LinkButton look="primary" href="/datasets">
              {t('compare.search')}
            </LinkButton>
          }
        >
          {t('compare.empty.text')}
        </EmptyState>
      ) : (
        <ScrollBox>
          <Comparing language={language} records={records} />
        </ScrollBox>
      )}
    </>
  )
}

function Comparing({ language, records }: { language: Language; records: readonly DatasetRecord[] }) {
  const t = text(language)
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">{t('compare.caption')}</caption>
      <thead>
        <tr>
          <th
            scope="col"
            className="w-40 border-b border-line py-2 pr-3 text-left align-bottom text-sm font-medium text-soft"
          >
            {t('compare.field')}
          </th>
          {records.map((record) => (
            <th
              key={record.slug}
              scope="col"
              className="min-w-56 border-b border-line px-3 py-2 text-left align-bottom font-medium"
            >
              <a href={`/datasets/${record.slug}`} lang="en">
                {record.title}
              </a>
              <a href={withoutOne(records, record)} className="mt-1 block text-sm font-normal">
                {t('compare.remove', { name: record.shortName })}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((field) => (
          <Row key={field} field={field} language={language} records={records} />
        ))}
      </tbody>
    </table>
  )
}

const withoutOne = (records: readonly DatasetRecord[], out: DatasetRecord) => {
  const rest = records.filter((one) => one !== out).map(({ slug }): [string, string] => ['d', slug])
  return `/compare?${new URLSearchParams(rest)}`
}

/** In a narrow column the names of what is coded are enough: the dataset's own page has the codes and where they lead. */
function shortValue(record: DatasetRecord, field: RecordField, language: Language): ReactNode {
  if (field === 'modalities') return record.modalities.map((code) => modalityLabel(code, language)).join(', ')
  if (field === 'organs') return record.organs.map(({ name }) => organLabel(name, language)).join(', ')
  return fieldValue(record, field, language)
}

function Row({
  field,
  language,
  records,
}: {
  field: RecordField
  language: Language
  records: readonly DatasetRecord[]
}) {
  const t = text(language)
  const differs = new Set(records.map((record) => fieldTexts(record, field).join('\n'))).size > 1
  return (
    <tr className="align-top">
      <th
        scope="row"
        className={classes(
          'sticky left-0 z-1 border-b border-line border-l-[3px] py-2 pr-3 pl-2.5 text-left text-sm font-medium',
          differs ? 'border-l-accent bg-accent-soft' : 'border-l-transparent bg-bg text-soft',
        )}
      >
        {t(`catalogue.field.${field}`)}
        {differs && <span className="block font-normal text-accent">{t('compare.differs')}</span>}
      </th>
      {records.map((record) => (
        <td key={record.slug} className="max-w-80 border-b border-line px-3 py-2">
          {shortValue(record, field, language) || <NotStated language={language} />}
        </td>
      ))}
    </tr>
  )
}
