import type { Metadata } from 'next'
import { show } from '@/app/show'
import { WorkflowFields } from '@/components/access/workflow/workflow-fields'
import { WorkflowPanel } from '@/components/access/workflow/workflow-panel'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { publishedForms } from '@/lib/access/queries/forms'
import { workflowCandidates, workflows } from '@/lib/access/queries/workflows'
import { requestContext } from '@/lib/identity/session'
import { assign, edit, make, unassign } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('workflows.title') }
}

const here = '/administration/workflows'

export default async function WorkflowsPage() {
  const ctx = await requestContext()
  const { language } = ctx
  const t = text(language)
  const [all, candidates, published] = await Promise.all([
    show(workflows(ctx, {}), here),
    show(workflowCandidates(ctx, {}), here),
    show(publishedForms(ctx, {}), here),
  ])
  const forms = published.filter(({ state }) => state === 'active')
  const crumbs = [{ href: '/administration', label: t('identity.administration.title') }]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('workflows.title')}
        lead={t('workflows.lead')}
      />
      <div className="grid gap-5">
        {all.map((workflow) => (
          <WorkflowPanel
            key={workflow.id}
            t={t}
            language={language}
            workflow={workflow}
            candidates={candidates}
            forms={forms}
            acts={{ edit, assign, unassign }}
          />
        ))}
        <Panel title={t('workflows.make')}>
          <Disclosure summary={t('workflows.make.open')}>
            <ActionForm action={make} language={language} submit={t('workflows.make')} look="primary">
              <WorkflowFields t={t} language={language} workflow={null} forms={forms} />
            </ActionForm>
          </Disclosure>
        </Panel>
      </div>
    </>
  )
}
