import type { Text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import type { security } from '@/lib/identity/queries/account'
import type { Language } from '@/lib/platform/messages'
import { askEmailChange } from './actions'

type Props = { t: Text; language: Language; email: string; proofs: Awaited<ReturnType<typeof security>> }

/** What shows that the owner asks: the password, else a code of the app. */
function Proof({ t, proofs }: Pick<Props, 't' | 'proofs'>) {
  if (proofs.passwordChangedAt)
    return (
      <TextInput
        name="password"
        type="password"
        label={t('identity.password')}
        autoComplete="current-password"
        width="medium"
      />
    )
  if (!proofs.totpSince) return null
  return (
    <TextInput
      name="code"
      label={t('identity.security.totp.code')}
      autoComplete="one-time-code"
      inputMode="numeric"
      width="short"
    />
  )
}

/** The account's address, and a way to another one. */
export function EmailPanel({ t, language, email, proofs }: Props) {
  return (
    <Panel title={t('identity.email.title')}>
      <p className="mb-3 break-words text-soft">{t('identity.email.now', { email })}</p>
      {proofs.mayAdd ? (
        <ActionForm
          action={askEmailChange}
          language={language}
          submit={t('identity.email.submit')}
          done={t('identity.email.sent')}
          look="plain"
          emptyWhenDone
        >
          <TextInput name="email" type="email" label={t('identity.email.new')} autoComplete="email" width="medium" />
          <Proof t={t} proofs={proofs} />
        </ActionForm>
      ) : (
        <Notice tone="wait">
          <a href="/account/security">{t('identity.email.confirm-first')}</a>
        </Notice>
      )}
    </Panel>
  )
}
