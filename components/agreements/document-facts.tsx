import type { Text } from '@/components/messages'
import { Button } from '@/components/ui/button'
import { formatDate } from '@/components/ui/format'
import { Icon } from '@/components/ui/icon'
import type { DocumentStanding } from '@/lib/agreements/rules/documents'
import type { SignedKind } from '@/lib/agreements/rules/in-force'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'
import { DrawnCopies } from './drawn-copies'
import { Standing } from './standing'

type File = { name: string; size: number; sha256: string }
export type DocumentShown = {
  id: string
  kind: SignedKind
  version: number
  standing: DocumentStanding
  institutionName: string
  submittedBy: string | null
  submittedAt: Date
  validFrom: Date | null
  validUntil: Date | null
  countersignedBy: string | null
  countersignedAt: Date | null
  reason: string | null
  file: File | null
  countersignedFile: File | null
}

/** The last day of a period that ends before a moment. */
export const lastDayOf = (until: Date): string => formatDate(new Date(until.getTime() - 1).toISOString().slice(0, 10))
const firstDayOf = (from: Date): string => formatDate(from.toISOString().slice(0, 10))

type Which = { project: string; document: string; file: 'signed' | 'countersigned' }

/** A form rather than a link: each copy that is taken is written into the journal. */
function DownloadButton({ which, words }: { which: Which; words: string }) {
  return (
    <form method="post" action="/agreements/file">
      {Object.entries(which).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="small">
        <Icon name="download" className="size-3.5" />
        {words}
      </Button>
    </form>
  )
}

function FileFacts({ t, file, language }: { t: Text; file: File; language: Language }) {
  return (
    <div className="text-sm text-soft">
      <div className="break-words">
        {t('agreements.document.file', { name: file.name, size: formatBytes(file.size, language) })}
      </div>
      <div className="text-xs break-all">{t('agreements.document.hash', { hash: file.sha256 })}</div>
    </div>
  )
}

type DrawnProps = { t: Text; project: string; document: DocumentShown; signed: File }

function Drawn({ t, project, document: { id, countersignedFile }, signed }: DrawnProps) {
  const both = countersignedFile
    ? [{ id: 'countersigned', name: countersignedFile.name, kind: t('agreements.document.copy.countersigned') }]
    : []
  const copy = { id: 'signed', name: signed.name, kind: t('agreements.document.copy.signed') }
  const words = {
    show: t('agreements.document.show'),
    hide: t('agreements.document.hide'),
    choose: t('agreements.document.copy'),
    loading: t('agreements.document.drawing'),
    failed: t('agreements.document.not-drawn'),
    page: t('agreements.document.page'),
  }
  const source = { address: '/agreements/file', fields: { project, document: id }, choice: 'file' }
  return <DrawnCopies source={source} documents={[copy, ...both]} words={words} />
}

type Props = { t: Text; language: Language; project: string; document: DocumentShown }

/** Everything that is known of a document, with its copies to download. */
export function DocumentFacts({ t, language, project, document }: Props) {
  const { id, kind, version, standing, validFrom, validUntil, countersignedAt, reason, file, countersignedFile } =
    document
  const at = (which: Which['file']) => ({ project, document: id, file: which })
  const lines = [
    t('agreements.document.submitted', { name: document.submittedBy ?? '', date: formatDate(document.submittedAt) }),
    t('agreements.document.institution', { institution: document.institutionName }),
    countersignedAt &&
      t('agreements.document.countersigned', {
        name: document.countersignedBy ?? '',
        date: formatDate(countersignedAt),
      }),
    validFrom &&
      validUntil &&
      t('agreements.document.period', { from: firstDayOf(validFrom), until: lastDayOf(validUntil) }),
    reason && t('agreements.document.reason', { reason }),
  ].filter((line) => line !== null && line !== '')
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3>{t('agreements.document', { kind: t(`agreements.kind.${kind}`), version })}</h3>
        <Standing t={t} standing={standing} />
      </div>
      <ul className="text-sm">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {file && <FileFacts t={t} file={file} language={language} />}
      <div className="flex flex-wrap gap-2">
        {file && <DownloadButton which={at('signed')} words={t('agreements.document.download')} />}
        {countersignedFile && (
          <DownloadButton which={at('countersigned')} words={t('agreements.document.download.both')} />
        )}
        {file && <Drawn t={t} project={project} document={document} signed={file} />}
      </div>
    </div>
  )
}
