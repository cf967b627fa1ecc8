import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { security } from '@/lib/identity/queries/account'
import { requestContext } from '@/lib/identity/session'
import { confirmOwner } from '../actions'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  // The address holds the link's secret: no other site is told of it.
  return { title: text(language)('identity.confirm.title'), referrer: 'no-referrer' }
}

/** Where the mailed link leads. Following it changes nothing yet: mail scanners follow links too. */
export default async function ConfirmPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const { passwordChangedAt } = await show(security(ctx, {}), '/account/security')
  return (
    <>
      <PageHeader title={t('identity.confirm.title')} lead={t('identity.confirm.lead')} />
      <Panel>
        <ActionForm action={confirmOwner} language={ctx.language} submit={t('identity.confirm.submit')}>
          <input type="hidden" name="ticket" value={typeof query.ticket === 'string' ? query.ticket : ''} />
          {passwordChangedAt && (
            <TextInput
              name="password"
              type="password"
              label={t('identity.password')}
              autoComplete="current-password"
              width="medium"
            />
          )}
        </ActionForm>
      </Panel>
    </>
  )
}
