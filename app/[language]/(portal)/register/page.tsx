import type { Metadata } from 'next'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { localAddress } from '@/lib/identity/rules/local-address'
import { requestContext } from '@/lib/identity/session'
import { askRegistration } from '../set-password/actions'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.register.title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RegisterPage({ searchParams }: Props) {
  const [{ language }, query] = await Promise.all([requestContext(), searchParams])
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
          <input type="hidden" name="next" value={localAddress(query.next)} />
          <TextInput name="name" label={t('identity.name')} autoComplete="name" />
          <TextInput name="email" type="email" label={t('identity.email')} autoComplete="email" />
        </ActionForm>
      </Panel>
    </div>
  )
}
