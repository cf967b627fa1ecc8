import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { owesSecondFactor } from '@/lib/identity/policy'
import { security, totpEnrolment } from '@/lib/identity/queries/account'
import { requestContext } from '@/lib/identity/session'
import { LinkedPanel } from './linked-panel'
import { CodesPanel, ConfirmPanel, PasswordPanel, TotpPanel } from './panels'
import { PasskeysPanel } from './passkeys-panel'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.account.security') }
}

export default async function SecurityPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const state = await show(security(ctx, {}), '/account/security')
  const enrolment = state.enrolling ? await show(totpEnrolment(ctx, {}), '/account/security') : null
  const parts = { t, state, language: ctx.language }
  return (
    <>
      <PageHeader title={t('identity.account.security')} />
      <div className="grid gap-5">
        {owesSecondFactor(ctx.actor) && (
          <Notice tone="wait" title={t('identity.security.needed')}>
            {t('identity.security.needed.text')}
          </Notice>
        )}
        {query.done === 'confirmed' && <Notice tone="ok">{t('identity.security.confirmed')}</Notice>}
        {query.done === 'linked' && <Notice tone="ok">{t('identity.security.linked.done')}</Notice>}
        {!state.mayAdd && <ConfirmPanel {...parts} />}
        <TotpPanel {...parts} enrolment={enrolment} />
        <PasskeysPanel {...parts} />
        {(state.totpSince || state.passkeys.length > 0) && <CodesPanel {...parts} />}
        <PasswordPanel {...parts} />
        <LinkedPanel {...parts} actor={ctx.actor} />
      </div>
    </>
  )
}
