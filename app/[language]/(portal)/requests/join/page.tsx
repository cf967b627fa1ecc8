import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { join } from '../actions'

type Props = { searchParams: Promise<{ ticket?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('requests.join'), robots: { index: false }, referrer: 'no-referrer' }
}

/** Where a mailed link leads: whoever is signed in takes the part that it offers. */
export default async function JoinPage({ searchParams }: Props) {
  const [{ language, actor }, { ticket = '' }] = await Promise.all([requestContext(), searchParams])
  const t = text(language)
  if (!isPerson(actor))
    redirect(`/sign-in?${new URLSearchParams({ next: `/requests/join?${new URLSearchParams({ ticket })}` })}`)
  return (
    <>
      <PageHeader title={t('requests.join')} lead={t('requests.join.lead', { name: actor.name })} />
      <Panel>
        <ActionForm action={join} language={language} submit={t('requests.join.do')}>
          <input type="hidden" name="secret" value={ticket} />
        </ActionForm>
      </Panel>
    </>
  )
}
