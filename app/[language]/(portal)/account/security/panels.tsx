import { QrPicture } from '@/components/identity/qr-picture'
import { ShownOnce } from '@/components/identity/shown-once'
import { TotpEnrolment } from '@/components/identity/totp-enrolment'
import type { Text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/tag'
import { TextInput } from '@/components/ui/text-fields'
import type { security, totpEnrolment } from '@/lib/identity/queries/account'
import type { Language } from '@/lib/platform/messages'
import { askConfirmation, beginTotp, dropTotp, finishTotp, makeCodes, savePassword } from '../actions'

type State = Awaited<ReturnType<typeof security>>
type Enrolment = Awaited<ReturnType<typeof totpEnrolment>>
export type Part = { t: Text; state: State; language: Language }

export const shownWords = (t: Text) => ({
  title: t('identity.security.codes.shown'),
  copy: t('identity.copy'),
  copied: t('identity.copied'),
})

const codeField = (t: Text) => ({
  name: 'code',
  label: t('identity.security.totp.code'),
  autoComplete: 'one-time-code',
  inputMode: 'numeric' as const,
  width: 'short' as const,
})

/** For a role holder without a second factor: the link that must be followed before one can be added. */
export function ConfirmPanel({ t, language }: Part) {
  return (
    <Panel title={t('identity.security.confirm')}>
      <p className="mb-3 text-soft">{t('identity.security.confirm.text')}</p>
      <ActionForm
        action={askConfirmation}
        language={language}
        submit={t('identity.security.confirm.submit')}
        done={t('identity.security.confirm.sent')}
      />
    </Panel>
  )
}

export function TotpPanel({ t, state, language, enrolment }: Part & { enrolment: Enrolment | null }) {
  const badge = state.totpSince ? (
    <StateBadge tone="ok">{t('identity.security.totp.on', { date: formatDate(state.totpSince) })}</StateBadge>
  ) : (
    <StateBadge tone="idle">{t('identity.security.totp.off')}</StateBadge>
  )
  return (
    <Panel title={t('identity.security.totp')} actions={badge}>
      <TotpEnrolment
        action={finishTotp}
        language={language}
        submit={t('identity.security.totp.confirm')}
        words={shownWords(t)}
        open={enrolment !== null}
      >
        {enrolment && <Enrol t={t} enrolment={enrolment} />}
      </TotpEnrolment>
      {state.totpSince && (
        <Disclosure summary={t('identity.security.totp.remove')}>
          <Removal t={t} language={language} />
        </Disclosure>
      )}
      {!state.totpSince && !state.mayAdd && <p className="text-soft">{t('identity.security.totp.about')}</p>}
      {!state.totpSince && state.mayAdd && (
        <ActionForm
          action={beginTotp}
          language={language}
          submit={enrolment ? t('identity.security.totp.restart') : t('identity.security.totp.start')}
          look={enrolment ? 'plain' : 'primary'}
          className={enrolment ? 'mt-5' : ''}
        >
          {!enrolment && <p className="mb-3 text-soft">{t('identity.security.totp.about')}</p>}
        </ActionForm>
      )}
    </Panel>
  )
}

function Removal({ t, language }: { t: Text; language: Language }) {
  return (
    <ActionForm
      action={dropTotp}
      language={language}
      submit={t('identity.security.totp.remove')}
      look="danger"
      done={t('identity.security.totp.removed')}
    >
      <p className="mb-3 text-soft">{t('identity.security.totp.remove.text')}</p>
      <TextInput {...codeField(t)} />
    </ActionForm>
  )
}

function Enrol({ t, enrolment }: { t: Text; enrolment: Enrolment }) {
  return (
    <>
      <p className="mb-4 max-w-[70ch]">{t('identity.security.totp.scan')}</p>
      <div className="mb-5 flex flex-wrap items-center gap-6">
        <QrPicture {...enrolment.picture} label={t('identity.security.totp.picture')} />
        <p>
          <span className="block text-sm text-soft">{t('identity.security.totp.key')}</span>
          <code className="font-mono break-all">{enrolment.secret}</code>
        </p>
      </div>
      <TextInput {...codeField(t)} />
    </>
  )
}

export function CodesPanel({ t, state, language }: Part) {
  return (
    <Panel title={t('identity.security.codes')}>
      <p className="mb-3 text-soft">{t('identity.security.codes.left', { count: state.codesLeft })}</p>
      <ActionForm action={makeCodes} language={language} submit={t('identity.security.codes.renew')} look="plain">
        <ShownOnce words={shownWords(t)} />
      </ActionForm>
    </Panel>
  )
}

export function PasswordPanel({ t, state, language }: Part) {
  const since = state.passwordChangedAt
  return (
    <Panel title={t('identity.security.password')}>
      <p className="mb-3 text-soft">
        {since
          ? t('identity.security.password.changed', { date: formatDate(since) })
          : t('identity.security.password.none')}
      </p>
      <ActionForm
        action={savePassword}
        language={language}
        submit={t('identity.security.password.submit')}
        done={t('identity.security.password.done')}
        look="plain"
        emptyWhenDone
      >
        {since && (
          <TextInput
            name="current"
            type="password"
            label={t('identity.security.password.current')}
            autoComplete="current-password"
            width="medium"
          />
        )}
        <TextInput
          name="password"
          type="password"
          label={t('identity.security.password.new')}
          hint={t('identity.set-password.lead')}
          autoComplete="new-password"
          minLength={12}
          width="medium"
        />
      </ActionForm>
    </Panel>
  )
}
