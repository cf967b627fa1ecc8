import type { Metadata } from 'next'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { requestContext } from '@/lib/identity/session'
import { askReset } from '../set-password/actions'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.reset.title'), robots: { index: false } }
}

export default async function ResetPage() {
  const { language } = await requestContext()
  const t = text(language)
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={t('identity.reset.title')} lead={t('identity.reset.lead')} />
      <Panel>
        <ActionForm
          action={askReset}
          language={language}
          submit={t('identity.reset.submit')}
          done={t('identity.reset.done')}
          emptyWhenDone
        >
          <TextInput name="email" type="email" label={t('identity.email')} autoComplete="email" />
        </ActionForm>
      </Panel>
    </div>
  )
}
