import { actorWords, entryWords } from '@/components/identity/journal-words'
import type { Text } from '@/components/messages'
import { Timeline } from '@/components/ui/lists'
import { Time } from '@/components/ui/time'
import type { Language } from '@/lib/platform/messages'
import type { HistoryEntry } from '@/lib/projects/queries/history'

const grave = new Set(['projects.ended', 'projects.ran-out', 'projects.member-removed', 'projects.delegation-revoked'])

type Props = { t: Text; language: Language; entries: readonly HistoryEntry[] }

/** What was done in a project, the newest first, as sentences: who, in whose name, when, and why. */
export function History({ t, language, entries }: Props) {
  const happenings = entries.map((entry) => ({
    key: entry.id,
    tone: grave.has(entry.type) ? ('stop' as const) : ('done' as const),
    title: entryWords(t, entry),
    about: (
      <>
        {actorWords(t, entry)}
        {' · '}
        <Time value={entry.at} language={language} show="minute" />
        {entry.reason && <p>{t('project.reason.said', { reason: entry.reason })}</p>}
      </>
    ),
  }))
  return <Timeline happenings={happenings} />
}
