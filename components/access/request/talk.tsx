import { actorWords, entryWords } from '@/components/identity/journal-words'
import type { Text } from '@/components/messages'
import { type Happening, Timeline } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { StateBadge, Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import type { Language } from '@/lib/platform/messages'
import { wordFor } from './words'

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

/** Who was asked what, and what they answered; to those who ask, how far a round has come. */
export function Asked({ t, language, request: { tasks, rounds } }: Props) {
  if (tasks.length === 0 && rounds.length === 0) return null
  return (
    <Panel title={t('requests.asked')}>
      <ul className="mb-3 grid gap-2">
        {rounds.map(({ id, asked, answered, outcome, dueAt, rule }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <StateBadge tone={outcome === 'approve' ? 'ok' : outcome === null ? 'wait' : 'stop'}>
              {outcome === null ? t('requests.round.open', { answered, asked }) : wordFor(t, 'round', outcome)}
            </StateBadge>
            <span className="text-sm text-soft">
              {wordFor(t, 'rule', rule)}, {t('requests.round.due')} <Time value={dueAt} language={language} />
            </span>
          </li>
        ))}
      </ul>
      <ul className="grid gap-3">
        {tasks
          .filter(({ state }) => state !== 'withdrawn' && state !== 'replaced')
          .map(({ id, person, kind, answer, text, state, dueAt }) => (
            <li key={id}>
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{person}</span>
                <span className="text-sm text-soft">{wordFor(t, 'task', kind)}</span>
                {state === 'open' ? (
                  <span className="text-sm text-soft">
                    {t('requests.round.due')} <Time value={dueAt} language={language} />
                  </span>
                ) : (
                  <Tag on>{wordFor(t, 'answer', answer ?? '')}</Tag>
                )}
              </p>
              {text && <p className="max-w-[75ch] whitespace-pre-line">{text}</p>}
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
