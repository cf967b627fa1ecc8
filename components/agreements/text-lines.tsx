import type { Text } from '@/components/messages'
import { formatDate } from '@/components/ui/format'
import { StateBadge } from '@/components/ui/tag'
import type { TextKind } from '@/lib/agreements/rules/in-force'
import type { Language } from '@/lib/platform/messages'

type Line = {
  version: number
  titleEn: string
  titleSv: string
  changeNote: string
  publishedAt: Date
  bindsFrom: Date
}
type Kind = { kind: TextKind; binding: number | null; versions: readonly Line[] }

/** Whether a version is demanded now, will be, or was. */
export function VersionState({
  t,
  line,
  binding,
  now,
}: {
  t: Text
  line: Pick<Line, 'version' | 'bindsFrom'>
  binding: boolean
  now: Date
}) {
  if (binding) return <StateBadge tone="ok">{t('agreements.version.binding')}</StateBadge>
  if (line.bindsFrom > now)
    return <StateBadge tone="wait">{t('agreements.version.coming', { date: formatDate(line.bindsFrom) })}</StateBadge>
  return <StateBadge tone="idle">{t('agreements.version.earlier')}</StateBadge>
}

/** The published versions of a text, the newest first, each with what it changed. */
export function TextLines({ t, language, text, now }: { t: Text; language: Language; text: Kind; now: Date }) {
  if (text.versions.length === 0) return <p className="text-soft">{t('agreements.text.none')}</p>
  return (
    <ul className="grid gap-3">
      {text.versions.map((line) => (
        <li key={line.version}>
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <a href={`/agreements/${text.kind}/${line.version}`}>
              {language === 'sv' ? line.titleSv : line.titleEn},{' '}
              {t('agreements.version', { version: line.version }).toLowerCase()}
            </a>
            <VersionState t={t} line={line} binding={text.binding === line.version} now={now} />
            <span className="text-sm text-soft">
              {t('agreements.version.published', { date: formatDate(line.publishedAt) })}
            </span>
          </div>
          {line.changeNote && <p className="max-w-[70ch] text-sm text-soft">{line.changeNote}</p>}
        </li>
      ))}
    </ul>
  )
}
