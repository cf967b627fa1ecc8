import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Select, TextInput } from '@/components/ui/text-fields'
import { searchPeople } from '@/lib/identity/queries/people'
import { requestContext } from '@/lib/identity/session'
import { invite } from '../../actions'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.people.invite') }
}

export default async function InvitePage() {
  const ctx = await requestContext()
  const t = text(ctx.language)
  await show(searchPeople(ctx, {}), '/administration/people/invite')
  const languages = [
    { value: 'en', label: 'English' },
    { value: 'sv', label: 'Svenska' },
  ]
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={t('identity.people.invite')} lead={t('identity.people.invite.lead')} />
      <Panel>
        <ActionForm action={invite} language={ctx.language} submit={t('identity.people.invite.submit')}>
          <TextInput name="name" label={t('identity.name')} autoComplete="off" />
          <TextInput name="email" type="email" label={t('identity.email')} autoComplete="off" />
          <Select
            name="language"
            label={t('identity.people.invite.language')}
            defaultValue={ctx.language}
            options={languages}
          />
        </ActionForm>
      </Panel>
    </div>
  )
}
