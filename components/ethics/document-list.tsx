import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { OneApproval } from '@/lib/ethics/queries/one-approval'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'

export type ShownDocument = OneApproval['documents'][number]
type Kind = 'decision' | 'application' | 'appendix' | 'translation'

export const kindWords = (t: Text, kind: string): string => t(`ethics.kind.${kind as Kind}`)

/** Where a document is had, and what that is told besides: its approval's own address, or that of a request which rests on it. */
export type From = { readonly action: string; readonly also: Readonly<Record<string, string>> }
const own: From = { action: '/ethics/file', also: {} }

type Taking = { t: Text; approval: string; document: ShownDocument; from?: From }

/** A form rather than a link: each copy that is taken is written into the journal. */
function DownloadButton({ t, approval, document, from = own }: Taking) {
  return (
    <form method="post" action={from.action}>
      {Object.entries(from.also).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="approval" value={approval} />
      <input type="hidden" name="document" value={document.id} />
      <Button type="submit" size="small" aria-label={t('ethics.document.download.of', { name: document.file.name })}>
        <Icon name="download" className="size-3.5" />
        {t('ethics.document.download')}
      </Button>
    </form>
  )
}

type Props = {
  t: Text
  language: Language
  approval: string
  documents: readonly ShownDocument[]
  /** What can be done with a document besides. */
  beside?: (document: ShownDocument) => ReactNode
  from?: From
}

/** The documents of an approval, those that a later version took out as well. */
export function DocumentList({ t, language, approval, documents, beside, from }: Props) {
  if (documents.length === 0) return <p className="text-soft">{t('ethics.documents.none')}</p>
  return (
    <ul className="grid gap-4">
      {documents.map((document) => (
        <li key={document.id} className="grid gap-1 border-b border-line pb-3 last:border-b-0 last:pb-0">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium break-words">{document.file.name}</span>
            <Tag>{kindWords(t, document.kind)}</Tag>
            {!document.current && <Tag>{t('ethics.document.former')}</Tag>}
          </div>
          <div className="text-sm text-soft">
            {t('ethics.document.since', { version: document.since, size: formatBytes(document.file.size, language) })}
          </div>
          <div className="text-xs break-all text-soft">SHA-256 {document.file.sha256}</div>
          <div className="mt-1 flex flex-wrap items-center gap-3">
            <DownloadButton t={t} approval={approval} document={document} from={from} />
            {beside?.(document)}
          </div>
        </li>
      ))}
    </ul>
  )
}
