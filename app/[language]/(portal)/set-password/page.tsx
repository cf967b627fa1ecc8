import type { Metadata } from 'next'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { passwordLink } from '@/lib/identity/queries/password-link'
import { requestContext } from '@/lib/identity/session'
import { choosePassword } from './actions'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  // The address holds the link's secret: no other site is told of it.
  return { title: text(language)('identity.set-password.title'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function SetPasswordPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const ticket = typeof query.ticket === 'string' ? query.ticket : ''
  const link = await passwordLink(ctx, { ticket })
  if (!link.email)
    return (
      <div className="mx-auto max-w-xl">
        <PageHeader title={t('identity.set-password.title')} />
        <EmptyState title={t('identity.set-password.over')} action={<a href="/reset">{t('identity.reset.title')}</a>}>
          {t('identity.set-password.over.text')}
        </EmptyState>
      </div>
    )
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={t('identity.set-password.title')} lead={t('identity.set-password.lead')} />
      <Panel>
        <ActionForm action={choosePassword} language={ctx.language} submit={t('identity.set-password.submit')}>
          <input type="hidden" name="ticket" value={ticket} />
          <TextInput
            name="email"
            label={t('identity.email')}
            defaultValue={link.email}
            readOnly
            autoComplete="username"
          />
          <TextInput
            name="password"
            type="password"
            label={t('identity.password')}
            autoComplete="new-password"
            minLength={12}
          />
        </ActionForm>
      </Panel>
    </div>
  )
}
