import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { CheckboxGroup } from '@/components/ui/choice-fields'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { notifications } from '@/lib/identity/queries/account'
import { topics } from '@/lib/identity/rules/topics'
import { requestContext } from '@/lib/identity/session'
import { saveNotifications } from '../actions'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.account.notifications') }
}

export default async function NotificationsPage() {
  const ctx = await requestContext()
  const t = text(ctx.language)
  const on = await show(notifications(ctx, {}), '/account/notifications')
  return (
    <>
      <PageHeader title={t('identity.account.notifications')} lead={t('identity.notifications.lead')} />
      <Panel>
        <ActionForm
          action={saveNotifications}
          language={ctx.language}
          submit={t('identity.account.save')}
          done={t('identity.account.saved')}
        >
          <CheckboxGroup
            name="enabled"
            label={t('identity.notifications.topics')}
            options={topics.map((topic) => ({ value: topic, label: t(`identity.topic.${topic}`) }))}
            defaultValue={on}
          />
        </ActionForm>
      </Panel>
    </>
  )
}
