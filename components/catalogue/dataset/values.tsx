import type { ReactNode } from 'react'
import { type Text, text } from '@/components/messages'
import { formatNumber } from '@/components/ui/format'
import { NotStated } from '@/components/ui/lists'
import { ageWords } from '@/lib/catalogue/rules/age'
import { duoLabel, oboUrl } from '@/lib/catalogue/rules/duo'
import { rorOfHolder } from '@/lib/catalogue/rules/holder-ror'
import { licences } from '@/lib/catalogue/rules/licences'
import { modalityLabel, modalityStandardUrl } from '@/lib/catalogue/rules/modality'
import { organLabel } from '@/lib/catalogue/rules/organs'
import { snomedBrowserUrl } from '@/lib/catalogue/rules/snomed'
import type { Difference } from '@/lib/catalogue/rules/versions'
import type { CopyrightHolder, DatasetRecord, RecordField } from '@/lib/catalogue/schema/record'
import { doiUrl } from '@/lib/platform/identifiers/doi'
import { orcidUrl } from '@/lib/platform/identifiers/orcid'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'
import { External } from './external'

type Shown<T> = { value: T; language: Language }

/** Parts of one value, one a line; "not stated" when there is none. */
export function Lines<T>(props: {
  of: readonly T[]
  keyOf: (one: T) => string
  language: Language
  show: (one: T) => ReactNode
}) {
  if (props.of.length === 0) return <NotStated language={props.language} />
  return (
    <ul className="grid gap-0.5">
      {props.of.map((one) => (
        <li key={props.keyOf(one)}>{props.show(one)}</li>
      ))}
    </ul>
  )
}

/** DICOM codes with their meaning, each leading to the search and to the standard. */
export function Modalities({ value, language }: Shown<DatasetRecord['modalities']>) {
  return (
    <Lines
      of={value}
      keyOf={(code) => code}
      language={language}
      show={(code) => (
        <>
          <a href={`/datasets?modality=${code}`}>{modalityLabel(code, language)}</a>{' '}
          <External href={modalityStandardUrl} language={language} label={`DICOM ${code}`}>
            DICOM {code}
          </External>
        </>
      )}
    />
  )
}

/** Organs with their codes of SNOMED CT and Uberon. */
export function Organs({ value, language }: Shown<DatasetRecord['organs']>) {
  return (
    <Lines
      of={value}
      keyOf={(organ) => organ.sctid}
      language={language}
      show={({ name, sctid, uberon }) => (
        <>
          {organLabel(name, language)}{' '}
          <External href={snomedBrowserUrl(sctid)} language={language}>
            SNOMED CT {sctid}
          </External>{' '}
          {uberon && (
            <External href={oboUrl(uberon)} language={language}>
              {uberon}
            </External>
          )}
        </>
      )}
    />
  )
}

/** A person with the ORCID record, where one is known. */
export function PersonName({ name, orcid, language }: { name: string; orcid: string | null; language: Language }) {
  if (orcid === null) return name
  const label = text(language)('dataset.orcid', { name })
  return (
    <>
      {name}{' '}
      <External href={orcidUrl(orcid)} language={language} label={`${label} ${orcid}`}>
        <span className="text-sm whitespace-nowrap">{orcid}</span>
      </External>
    </>
  )
}

/** A holder of the copyright: a person with ORCID, or an organisation with its site and ROR. */
export function Holder({ value, language }: Shown<CopyrightHolder>) {
  if (value.type === 'Person') return <PersonName {...value} language={language} />
  const ror = rorOfHolder(value.name)
  return (
    <>
      {value.url ? (
        <External href={value.url} language={language}>
          {value.name}
        </External>
      ) : (
        value.name
      )}{' '}
      {ror && (
        <External href={ror} language={language} label={text(language)('dataset.ror', { name: value.name })}>
          <span className="text-sm">ROR</span>
        </External>
      )}
    </>
  )
}

/** Works to cite, with their DOI where one is known. */
export function Works({ value, language }: Shown<DatasetRecord['citations']>) {
  return (
    <Lines
      of={value}
      keyOf={(work) => work.text}
      language={language}
      show={({ doi, text: words }) => (
        <span className="block max-w-[75ch]" lang="en">
          {words}{' '}
          {doi && (
            <External href={doiUrl(doi)} language={language}>
              doi:{doi}
            </External>
          )}
        </span>
      )}
    />
  )
}

const counted = (value: number | null, language: Language) => (value === null ? null : formatNumber(value, language))

const plain: Readonly<Partial<Record<RecordField, (record: DatasetRecord, language: Language, t: Text) => ReactNode>>> =
  {
    modalities: (record, language) => <Modalities value={record.modalities} language={language} />,
    organs: (record, language) => <Organs value={record.organs} language={language} />,
    numberOfScans: (record, language) => counted(record.numberOfScans, language),
    numberOfAnnotations: (record, language) => counted(record.numberOfAnnotations, language),
    bytes: (record, language) => (record.bytes === null ? null : formatBytes(record.bytes, language)),
    ageSpan: (record) => record.ageSpan && ageWords(record.ageSpan),
    subject: (record, _, t) => {
      const key = `catalogue.value.subject.${record.subject.toLowerCase()}`
      return t.has(key) ? t(key) : record.subject
    },
    status: (record, _, t) => t(`catalogue.status.${record.status}`),
    licences: (record, language) => record.licences.map((code) => licences[code].name[language]).join(', '),
    keywords: (record) => record.keywords.join(', '),
    scanners: (record) => record.scanners.join('; '),
    notes: (record) => record.notes.join(' '),
    duoSuggested: (record) => record.duoSuggested.map(duoLabel).join(', '),
    authors: (record) => record.authors.map(({ name }) => name).join(', '),
    copyrightHolders: (record) => record.copyrightHolders.map(({ name }) => name).join(', '),
    citations: (record, language) => <Works value={record.citations} language={language} />,
  }

const counts = ['numberOfScans', 'numberOfAnnotations']

/** One side of a difference as people read it. */
export function differingValue({ field }: Difference, value: string | null, language: Language): ReactNode {
  if (value === null) return <NotStated language={language} />
  if (field === 'bytes') return formatBytes(Number(value), language)
  return counts.includes(field) ? formatNumber(Number(value), language) : value
}

/** Any field of a record as people read it; null or empty when nothing is stated. */
export function fieldValue(record: DatasetRecord, field: RecordField, language: Language): ReactNode {
  const show = plain[field]
  if (show) return show(record, language, text(language))
  const value = record[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
