import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { StateBadge, Tag } from '@/components/ui/tag'
import { Select, TextInput } from '@/components/ui/text-fields'
import { Time } from '@/components/ui/time'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Language } from '@/lib/platform/messages'
import { VerbDialog } from './verb-dialog'
import { wordFor } from './words'

type Props = { t: Text; language: Language; request: WholeRequest; act: FormAction }
type Task = WholeRequest['tasks'][number]
type Round = WholeRequest['rounds'][number]

/** Asks somebody else in place of one who has not answered: of those who could be asked, whoever has no such task. */
function Replace({ task, ...props }: Props & { task: Task }) {
  const { t, request } = props
  const all = task.kind === 'review' ? request.handling?.reviewers : request.handling?.deciders
  const busy = request.tasks
    .filter(({ kind, roundId, state }) => kind === task.kind && roundId === task.roundId && state !== 'withdrawn')
    .map(({ personId }) => personId)
  const open = (all ?? []).filter(({ id }) => !busy.includes(id))
  return (
    <VerbDialog {...props} verb="replace" also={{ task: task.id }} about={task.person}>
      {open.length === 0 ? (
        <Notice tone="wait">{t('handling.replace.nobody')}</Notice>
      ) : (
        <Select
          name="person"
          label={t('handling.replace.whom')}
          options={open.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </VerbDialog>
  )
}

function Rounds(props: Props) {
  const { t, language, request } = props
  const invites = (round: Round) =>
    round.outcome === null && round.answered === 0 && request.may.includes('invite-decider')
  return (
    <ul className="mb-3 grid gap-2">
      {request.rounds.map((round) => (
        <li key={round.id} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <StateBadge tone={round.outcome === 'approve' ? 'ok' : round.outcome === null ? 'wait' : 'stop'}>
            {round.outcome === null
              ? t('requests.round.open', { answered: round.answered, asked: round.asked })
              : wordFor(t, 'round', round.outcome)}
          </StateBadge>
          <span className="text-sm text-soft">
            {wordFor(t, 'rule', round.rule)}, {t('requests.round.due')} <Time value={round.dueAt} language={language} />
          </span>
          {round.setAsideAt && <span className="text-sm text-soft">{t('requests.round.aside')}</span>}
          {invites(round) && (
            <VerbDialog {...props} verb="invite-decider" also={{ round: round.id }}>
              <TextInput name="name" label={t('requests.field.name')} optional />
              <TextInput name="email" type="email" label={t('requests.field.email')} />
            </VerbDialog>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Who was asked what, and what they answered; to those who ask, how far a round has come. */
export function Asked(props: Props) {
  const { t, language, request } = props
  const { tasks, rounds, may } = request
  if (tasks.length === 0 && rounds.length === 0) return null
  return (
    <Panel title={t('requests.asked')}>
      <Rounds {...props} />
      <ul className="grid gap-3">
        {tasks
          .filter(({ state }) => state !== 'withdrawn' && state !== 'replaced')
          .map((task) => (
            <li key={task.id}>
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
                <span className="font-medium">{task.person}</span>
                <span className="text-sm text-soft">{wordFor(t, 'task', task.kind)}</span>
                {task.state === 'open' ? (
                  <span className="text-sm text-soft">
                    {t('requests.round.due')} <Time value={task.dueAt} language={language} />
                  </span>
                ) : (
                  <Tag on>{wordFor(t, 'answer', task.answer ?? '')}</Tag>
                )}
                {task.lapsed && <span className="text-sm text-soft">{t('requests.task.lapsed')}</span>}
                {task.state === 'open' && may.includes('replace') && <Replace {...props} task={task} />}
              </div>
              {task.text && <p className="max-w-[75ch] whitespace-pre-line">{task.text}</p>}
            </li>
          ))}
      </ul>
    </Panel>
  )
}

/** Who was invited to the request by mail and has not come yet; each link can be made worthless. */
export function Invited(props: Props) {
  const { t, language, request } = props
  if (request.invitations.length === 0) return null
  return (
    <Panel title={t('handling.invitations')}>
      <ul className="grid gap-3">
        {request.invitations.map(({ id, kind, byHub, email, name, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0 break-words">
              {name ? `${name}, ${email}` : email}
              <span className="block text-sm text-soft">
                {kind !== 'member' && `${wordFor(t, 'task', kind === 'reviewer' ? 'review' : 'decision')} · `}
                {kind === 'member' && byHub && `${t('handling.invitations.by-hub')} · `}
                {t('handling.invitations.until')} <Time value={expiresAt} language={language} />
              </span>
            </span>
            {request.may.includes('revoke-invitation') && (
              <VerbDialog {...props} verb="revoke-invitation" also={{ invitation: id }} about={email} grave />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
