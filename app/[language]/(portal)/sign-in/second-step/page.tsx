import type { Metadata } from 'next'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { localAddress } from '@/lib/identity/rules/local-address'
import { requestContext } from '@/lib/identity/session'
import { confirmStep } from '../actions'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.second-step.title'), robots: { index: false } }
}

export default async function SecondStepPage({ searchParams }: Props) {
  const [{ language }, query] = await Promise.all([requestContext(), searchParams])
  const t = text(language)
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={t('identity.second-step.title')} lead={t('identity.second-step.lead')} />
      <Panel>
        <ActionForm action={confirmStep} language={language} submit={t('identity.second-step.submit')}>
          <input type="hidden" name="next" value={localAddress(query.next)} />
          <TextInput
            name="code"
            label={t('identity.second-step.code')}
            autoComplete="one-time-code"
            inputMode="text"
            width="medium"
            autoFocus
          />
        </ActionForm>
      </Panel>
      <p className="mt-4 text-sm text-soft">{t('identity.second-step.lost')}</p>
    </div>
  )
}
