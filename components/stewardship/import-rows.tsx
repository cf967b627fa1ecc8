import type { Text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import { StateBadge } from '@/components/ui/tag'
import type { OneImport } from '@/lib/catalogue/queries/imports'
import type { Finding } from '@/lib/catalogue/rules/import/finding'
import type { Language } from '@/lib/platform/messages'
import { DifferenceTable } from './difference-table'

type Common = { t: Text; language: Language }

const looks = {
  new: { tone: 'info', icon: 'plus' },
  changed: { tone: 'wait', icon: 'pencil' },
  unchanged: { tone: 'idle', icon: 'check' },
  refused: { tone: 'stop', icon: 'cross' },
} as const

const tones = { mended: 'text-amber', noted: 'text-soft', refused: 'text-red' } as const

function reasonOf(t: Text, { why, message }: Finding): string {
  const [key = '', values = ''] = (message ?? `catalogue.finding.${why}`).split('?')
  return t.has(key) ? t(key, Object.fromEntries(new URLSearchParams(values))) : (message ?? why)
}

const columnsOfFields: Readonly<Record<string, string>> = { modality: 'modalities', organ: 'organs' }

/** Where in the row a value stands, counted from 1 as people count: `authors.0.orcid` is “Authors 1, orcid”. */
function placeWords(t: Text, path: string): string {
  const [column = '', ...inside] = path.split('.')
  const key = `catalogue.field.${columnsOfFields[column] ?? column}`
  const [first = '', ...rest] = inside
  const member = /^\d+$/.test(first) ? ` ${Number(first) + 1}` : first === '' ? '' : `, ${first}`
  return [`${t.has(key) ? t(key) : column}${member}`, ...rest].join(', ')
}

function FindingLine({ t, finding }: { t: Text; finding: Finding }) {
  const { field, was, became } = finding
  const kind = finding.why === 'noted' ? 'noted' : finding.kind
  return (
    <li className="py-1">
      <span className={`font-medium ${tones[kind]}`}>{t(`stewardship.import.kind.${kind}`)}</span>{' '}
      <span className="font-medium">{placeWords(t, field)}:</span> {reasonOf(t, finding)}{' '}
      <span className="text-sm break-words text-soft">
        {was !== '' && t('stewardship.import.finding.was', { was })}
        {became !== null && became !== '' && `, ${t('stewardship.import.finding.became', { became })}`}
      </span>
    </li>
  )
}

function ImportRow({ t, language, row }: Common & { row: OneImport['rows'][number] }) {
  const { slug, verdict, findings, difference, record } = row
  const bad = findings.some(({ fatal }) => fatal)
  return (
    <li className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-sm text-soft">{t('stewardship.import.row', { row: row.row })}</span>
        <span className="min-w-0 font-medium">{record?.title ?? slug ?? '–'}</span>
        {slug && record && <span className="text-sm text-soft">{slug}</span>}
        <span className="sm:ml-auto">
          <StateBadge {...looks[verdict]}>{t(`stewardship.import.verdict.${verdict}`)}</StateBadge>
        </span>
      </div>
      {difference.length > 0 && (
        <div className="mt-2 pl-4">
          <DifferenceTable
            t={t}
            language={language}
            difference={difference}
            caption={t('stewardship.difference')}
            before={t('stewardship.import.before')}
            after={t('stewardship.import.after')}
          />
        </div>
      )}
      {findings.length > 0 && (
        <Disclosure className="mt-2" open={bad} summary={t('stewardship.import.findings', { count: findings.length })}>
          <ul className="pl-4">
            {findings.map((finding) => (
              <FindingLine key={`${finding.field} ${finding.why} ${finding.was}`} t={t} finding={finding} />
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  )
}

/** The verdict on each row of an upload, with what differs and what was mended or refused. */
export function ImportRows({ t, language, rows }: Common & { rows: OneImport['rows'] }) {
  return (
    <ol>
      {rows.map((row) => (
        <ImportRow key={row.row} t={t} language={language} row={row} />
      ))}
    </ol>
  )
}
