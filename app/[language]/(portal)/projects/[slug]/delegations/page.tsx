import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { DelegationTree } from '@/components/projects/delegation-tree'
import { EndedDelegations } from '@/components/projects/ended-delegations'
import { GrantForm } from '@/components/projects/grant-form'
import { ProjectFrame } from '@/components/projects/project-frame'
import { Panel } from '@/components/ui/panel'
import { projectDelegations } from '@/lib/projects/queries/delegations'
import { endDelegation, give } from '../actions'
import { type ProjectPage, readProject } from '../reading'

export async function generateMetadata(props: ProjectPage): Promise<Metadata> {
  const { ctx, project } = await readProject(props, '/delegations')
  return { title: `${text(ctx.language)('project.delegations')}, ${project.name}` }
}

export default async function DelegationsPage(props: ProjectPage) {
  const { ctx, project } = await readProject(props, '/delegations')
  const { language } = ctx
  const t = text(language)
  const { slug, endsOn, may } = project
  const seen = await show(projectDelegations(ctx, { slug }), `/projects/${slug}/delegations`)
  const part = { t, language, slug }
  return (
    <ProjectFrame t={t} language={language} project={project}>
      <div className="grid gap-5">
        <Panel title={t('project.tree')}>
          <p className="mb-4 max-w-[70ch] text-soft">{t('project.tree.text')}</p>
          <DelegationTree {...part} revoke={endDelegation} piName={seen.piName} tree={seen.tree} />
        </Panel>
        {may.delegate && (
          <Panel title={t('project.grant')}>
            <GrantForm {...part} endsOn={endsOn} seen={seen} action={give} />
          </Panel>
        )}
        {seen.ended.length > 0 && (
          <Panel title={t('project.grant.ended')}>
            <EndedDelegations t={t} language={language} ended={seen.ended} />
          </Panel>
        )}
      </div>
    </ProjectFrame>
  )
}
