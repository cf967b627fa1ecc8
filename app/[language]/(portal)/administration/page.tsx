import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { searchPeople } from '@/lib/identity/queries/people'
import { requestContext } from '@/lib/identity/session'
import { projectsWaiting } from '@/lib/projects/queries/administration'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.administration.title') }
}

export default async function AdministrationPage() {
  const ctx = await requestContext()
  const t = text(ctx.language)
  const [{ total }, { applications, transfers }] = await Promise.all([
    show(searchPeople(ctx, {}), '/administration'),
    show(projectsWaiting(ctx, {}), '/administration'),
  ])
  return (
    <>
      <PageHeader title={t('identity.administration.title')} lead={t('identity.administration.lead')} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Panel title={<a href="/administration/people">{t('identity.administration.people')}</a>}>
          <p className="text-soft">{t('identity.administration.people.text')}</p>
          <p className="mt-2">{t('identity.people.count', { count: total })}</p>
        </Panel>
        <Panel title={<a href="/administration/projects">{t('project.desk')}</a>}>
          <p className="text-soft">{t('project.desk.lead')}</p>
          <p className="mt-2">{t('project.desk.waiting', { count: applications.length + transfers.length })}</p>
        </Panel>
        <Panel title={<a href="/administration/agreements">{t('agreements.desk.title')}</a>}>
          <p className="text-soft">{t('agreements.desk.lead')}</p>
        </Panel>
        <Panel title={<a href="/administration/workflows">{t('workflows.title')}</a>}>
          <p className="text-soft">{t('workflows.lead')}</p>
        </Panel>
        <Panel title={<a href="/administration/systems">{t('systems.title')}</a>}>
          <p className="text-soft">{t('systems.lead')}</p>
        </Panel>
        <Panel title={<a href="/administration/visas">{t('visas.title')}</a>}>
          <p className="text-soft">{t('visas.lead')}</p>
        </Panel>
        <Panel title={<a href="/journal">{t('identity.administration.journal')}</a>}>
          <p className="text-soft">{t('identity.administration.journal.text')}</p>
        </Panel>
      </div>
    </>
  )
}
