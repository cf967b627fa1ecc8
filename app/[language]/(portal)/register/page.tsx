import type { Metadata } from 'next'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { requestContext } from '@/lib/identity/session'
import { askRegistration } from '../set-password/actions'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.register.title'), robots: { index: false } }
}

export default async function RegisterPage() {
  const { language } = await requestContext()
  const t = text(language)
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={t('identity.register.title')} lead={t('identity.register.lead')} />
      <Panel>
        <ActionForm
          action={askRegistration}
          language={language}
          submit={t('identity.register.submit')}
          done={t('identity.register.done')}
          emptyWhenDone
        >
          <TextInput name="name" label={t('identity.name')} autoComplete="name" />
          <TextInput name="email" type="email" label={t('identity.email')} autoComplete="email" />
        </ActionForm>
      </Panel>
    </div>
  )
}
