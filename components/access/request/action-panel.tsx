import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { WholeRequest } from '@/lib/access/queries/request'
import { isLive, type Verb } from '@/lib/access/rules/states'
import type { Language } from '@/lib/platform/messages'
import { suspensionsOf } from './lift-fields'
import { canBeSettled } from './retention-fields'
import { isInConflict } from './use-of'
import { VerbDialog } from './verb-dialog'
import { fieldsOfVerb } from './verb-fields'

type Props = { t: Text; language: Language; request: WholeRequest; act: FormAction; now: Date }

/** In the order of how often they are wanted; what the page has a place of its own for is not among them. */
const shown: readonly Verb[] = [
  'submit',
  'review',
  'decide',
  'approve',
  'return',
  'reject',
  'request-decision',
  'request-review',
  'invite-reviewer',
  'resolve-use',
  'add-terms',
  'extend',
  'decline-renewal',
  'ask-renewal',
  'settle-retention',
  'remark',
  'invite-member',
  'add-member',
  'remove-member',
  'change-applicant',
  'copy-as-new',
  'hand-over',
  'close-out',
  'change-processing-state',
  'assign-external-id',
  'suspend',
  'lift',
  'reopen',
  'resume',
  'revoke',
  'close',
  'withdraw',
  'leave',
  'delete-draft',
]
const grave: readonly Verb[] = ['reject', 'revoke', 'close', 'withdraw', 'delete-draft', 'leave', 'suspend']
const first: readonly Verb[] = ['submit', 'review', 'decide', 'approve', 'extend', 'ask-renewal', 'reopen', 'resume']

/** Whether a verb that the table allows has anything to act on here. */
function isSensible(
  verb: Verb,
  { items, grants, members, renewals, ownTasks, handling, ...request }: WholeRequest,
): boolean {
  const waits = items.some(({ state, handled }) => state === 'requested' && handled)
  const running = grants.filter(({ life }) => life !== 'over')
  const conflicts = items.some(isInConflict)
  const lives = grants.some(({ endedAt }) => endedAt === null)
  const open = renewals.some(({ state }) => state === 'open')
  const when: Partial<Record<Verb, boolean>> = {
    approve: waits,
    reject: waits,
    'request-decision': waits,
    'add-terms': (handling?.terms ?? []).length > 0,
    'resolve-use': conflicts,
    'change-processing-state': request.processingChoices.length > 0 || request.processing !== null,
    suspend: running.length > 0,
    lift: suspensionsOf({ items, grants }).length > 0,
    revoke: running.length > 0,
    'remove-member': members.length > 1,
    'change-applicant': members.length > 1,
    'settle-retention': grants.some(canBeSettled),
    'decline-renewal': open,
    'ask-renewal': lives && !open,
    extend: lives,
    'close-out': grants.length > 0 && (isLive(request.state) || request.closeOutLacks !== null),
    review: ownTasks.some(({ kind }) => kind === 'review'),
    decide: ownTasks.some(({ kind }) => kind === 'decision'),
  }
  return when[verb] ?? true
}

/** What the reader may do now, drawn from the table of states: each asks what it needs in a dialog of its own. */
export function ActionPanel({ t, language, request, act, now }: Props) {
  const verbs = shown.filter((verb) => request.may.includes(verb) && isSensible(verb, request))
  const today = now.toISOString().slice(0, 10)
  const taskFor = (verb: Verb) =>
    request.ownTasks.find(({ kind }) => kind === (verb === 'review' ? 'review' : 'decision'))?.id ?? ''
  return (
    <Panel title={t('requests.actions')}>
      {request.conflict && <Notice tone="wait">{t('refusal.access.conflict')}</Notice>}
      {verbs.length === 0 && <p className="text-soft">{t('requests.actions.none')}</p>}
      <div className="flex flex-wrap gap-2.5">
        {verbs.map((verb, at) => (
          <VerbDialog
            key={verb}
            t={t}
            language={language}
            request={request}
            act={act}
            verb={verb}
            also={verb === 'review' || verb === 'decide' ? { task: taskFor(verb) } : undefined}
            look={at === 0 && first.includes(verb) ? 'primary' : undefined}
            grave={grave.includes(verb)}
          >
            {fieldsOfVerb[verb]?.map((Part, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a verb never change their order
              <Part key={n} t={t} language={language} request={request} today={today} />
            ))}
          </VerbDialog>
        ))}
      </div>
    </Panel>
  )
}
