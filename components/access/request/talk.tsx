import { actorWords } from '@/components/identity/journal-words'
import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { type Happening, Timeline } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import type { Language } from '@/lib/platform/messages'
import { FileList } from './files'
import { storyWords } from './words'

type Props = { t: Text; language: Language; request: WholeRequest }

/** What people wrote to each other about a request. */
export function Remarks({ t, language, request, act }: Props & { act: FormAction }) {
  const { remarks, side, attachments } = request
  const filesOf = (id: string) => attachments.filter(({ remarkId }) => remarkId === id)
  if (remarks.length === 0) return null
  return (
    <Panel title={t('requests.remarks')}>
      <ul className="grid gap-4">
        {remarks.map(({ id, author, text, isPublic, at }) => (
          <li key={id}>
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
              <span className="font-medium text-ink">{author ?? t('identity.journal.withheld')}</span>
              <Time value={at} language={language} show="minute" />
              {side !== 'asking' && <Tag>{t(isPublic ? 'requests.remark.public' : 'requests.remark.inside')}</Tag>}
            </p>
            <p className="max-w-[75ch] whitespace-pre-line">{text}</p>
            {filesOf(id).length > 0 && (
              <div className="mt-2 border-l-2 border-line pl-3">
                <FileList t={t} language={language} request={request} act={act} files={filesOf(id)} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What takes something from those who asked. */
const grave: ReadonlySet<string> = new Set([
  'access.datasets-refused',
  'access.request-revoked',
  'access.grant-suspended',
  'access.suspension-reached',
  'access.grant-ended',
  'access.grant-taken-from-person',
])

/** What was done, the newest first. */
export function RequestStory({
  t,
  language,
  form,
  entries,
  older,
}: {
  t: Text
  form: WholeRequest['form']
  language: Language
  entries: readonly JournalEntry[]
  /** Where the entries before these are; null: there are none. */
  older: string | null
}) {
  const happenings: Happening[] = entries.map((entry) => ({
    key: entry.id,
    title: storyWords(t, language, form, entry),
    about: (
      <>
        {actorWords(t, entry)}, <Time value={entry.at} language={language} show="minute" />
      </>
    ),
    tone: grave.has(entry.type) ? 'stop' : 'done',
  }))
  return (
    <Panel title={t('requests.story')}>
      <Timeline happenings={happenings} />
      {older && (
        <LinkButton href={older} size="small" className="mt-3">
          {t('requests.story.older')}
        </LinkButton>
      )}
    </Panel>
  )
}
