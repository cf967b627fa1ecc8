import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { ApplyForm } from '@/components/projects/apply-form'
import { OwnApplications } from '@/components/projects/own-applications'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { requestContext } from '@/lib/identity/session'
import { ownApplications } from '@/lib/projects/queries/own'
import { apply, withdraw } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('project.apply') }
}

export default async function ApplyPage() {
  const ctx = await requestContext()
  const { language, now } = ctx
  const t = text(language)
  const applications = await show(ownApplications(ctx, {}), '/projects/apply')
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/projects', label: t('project.projects') }]} language={language} />}
        title={t('project.apply')}
        lead={t('project.apply.lead')}
      />
      <div className="grid gap-5">
        <Panel>
          <ApplyForm t={t} language={language} action={apply} today={now.toISOString().slice(0, 10)} />
        </Panel>
        <Panel title={t('project.applications')}>
          <OwnApplications t={t} language={language} applications={applications} withdraw={withdraw} />
        </Panel>
      </div>
    </>
  )
}
