import { actorWords, entryWords } from '@/components/identity/journal-words'
import type { Text } from '@/components/messages'
import { type Happening, Timeline } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import type { Language } from '@/lib/platform/messages'

type Props = { t: Text; language: Language; request: WholeRequest }

/** What people wrote to each other about a request. */
export function Remarks({ t, language, request: { remarks, side } }: Props) {
  if (remarks.length === 0) return null
  return (
    <Panel title={t('requests.remarks')}>
      <ul className="grid gap-4">
        {remarks.map(({ id, author, text, isPublic, at }) => (
          <li key={id}>
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
              <span className="font-medium text-ink">{author}</span>
              <Time value={at} language={language} show="minute" />
              {side !== 'asking' && <Tag>{t(isPublic ? 'requests.remark.public' : 'requests.remark.inside')}</Tag>}
            </p>
            <p className="max-w-[75ch] whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What was done, the newest first. */
export function RequestStory({
  t,
  language,
  entries,
}: {
  t: Text
  language: Language
  entries: readonly JournalEntry[]
}) {
  const happenings: Happening[] = entries.map((entry) => ({
    key: entry.id,
    title: entryWords(t, entry),
    about: (
      <>
        {actorWords(t, entry)}, <Time value={entry.at} language={language} show="minute" />
      </>
    ),
    tone: /refused|revoked|suspended|ended|taken/.test(entry.type) ? 'stop' : 'done',
  }))
  return (
    <Panel title={t('requests.story')}>
      <Timeline happenings={happenings} />
    </Panel>
  )
}
