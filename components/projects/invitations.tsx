import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { TextInput } from '@/components/ui/text-fields'
import { Time } from '@/components/ui/time'
import type { Language } from '@/lib/platform/messages'
import type { MembersSeen } from '@/lib/projects/queries/members'
import { Said } from './decision'

type Actions = Readonly<Record<'invite' | 'resend' | 'revoke', FormAction>>
type Part = { t: Text; language: Language; slug: string; actions: Actions }
type Invitation = MembersSeen['invitations'][number]

function Open({ t, language, slug, actions, invitation, may }: Part & { invitation: Invitation; may: boolean }) {
  const { id, email, invitedBy, expiresAt } = invitation
  const said = { slug, invitationId: id }
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <span className="min-w-0">
        <span className="font-medium break-all">{email}</span>
        <span className="block text-sm text-soft">
          {t('project.invited.by', { name: invitedBy })} <Time value={expiresAt} language={language} show="minute" />
        </span>
      </span>
      {may && (
        <span className="flex flex-wrap gap-3">
          <ActionForm
            action={actions.resend}
            language={language}
            look="plain"
            submit={t('project.resend')}
            done={t('project.resend.done')}
          >
            <Said said={said} />
          </ActionForm>
          <ActionForm action={actions.revoke} language={language} look="danger" submit={t('project.revoke')}>
            <Said said={said} />
          </ActionForm>
        </span>
      )}
    </li>
  )
}

/** The invitations that wait, each to be sent again or revoked. */
export function Invitations(props: Part & { invitations: readonly Invitation[]; may: boolean }) {
  const { t, invitations, may, ...part } = props
  if (invitations.length === 0) return <p className="text-soft">{t('project.invited.none')}</p>
  return (
    <ul>
      {invitations.map((invitation) => (
        <Open key={invitation.id} t={t} {...part} invitation={invitation} may={may} />
      ))}
    </ul>
  )
}

/** Invites somebody by the address of their mail. */
export function InviteForm({ t, language, slug, actions }: Part) {
  return (
    <ActionForm
      action={actions.invite}
      language={language}
      submit={t('project.invite')}
      done={t('project.invite.done')}
      emptyWhenDone
    >
      <Said said={{ slug }} />
      <TextInput
        name="email"
        type="email"
        autoComplete="off"
        label={t('identity.email')}
        hint={t('project.invite.hint')}
      />
    </ActionForm>
  )
}
