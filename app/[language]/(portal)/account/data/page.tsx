import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { profile } from '@/lib/identity/queries/account'
import { requestContext } from '@/lib/identity/session'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.account.data') }
}

export default async function OwnDataPage() {
  const ctx = await requestContext()
  const t = text(ctx.language)
  await show(profile(ctx, {}), '/account/data')
  return (
    <>
      <PageHeader title={t('identity.account.data')} lead={t('identity.data.lead')} />
      <form method="post" action="/account/data/file">
        <Button type="submit" look="primary">
          {t('identity.data.download')}
        </Button>
      </form>
    </>
  )
}
