import type { Metadata } from 'next'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { EmptyState, Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { emailLink } from '@/lib/identity/queries/email-link'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { takeAddress } from './actions'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  // The address holds the link's secret: no other site is told of it.
  return { title: text(language)('identity.confirm-email.title'), robots: { index: false }, referrer: 'no-referrer' }
}

function Offer({ t, language, ticket, email }: { t: Text; language: Language; ticket: string; email: string | null }) {
  if (!email)
    return (
      <EmptyState
        title={t('identity.confirm-email.over')}
        action={<a href="/account">{t('identity.account.profile')}</a>}
      >
        {t('identity.confirm-email.over.text')}
      </EmptyState>
    )
  return (
    <Panel>
      <p className="mb-4 break-words">{t('identity.confirm-email.lead', { email })}</p>
      <ActionForm action={takeAddress} language={language} submit={t('identity.confirm-email.submit')}>
        <input type="hidden" name="ticket" value={ticket} />
      </ActionForm>
    </Panel>
  )
}

/** Where the link to a new address leads, signed in or not. Following it changes nothing yet: mail scanners follow links too. */
export default async function ConfirmEmailPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const ticket = typeof query.ticket === 'string' ? query.ticket : ''
  const { email } = await emailLink(ctx, { ticket })
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={t('identity.confirm-email.title')} />
      {query.done === 'changed' ? (
        <Notice tone="ok">
          {t('identity.confirm-email.done')} <a href="/account">{t('identity.account.profile')}</a>
        </Notice>
      ) : (
        <Offer t={t} language={ctx.language} ticket={ticket} email={email} />
      )}
    </div>
  )
}
