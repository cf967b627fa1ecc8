import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { History } from '@/components/projects/history'
import { ProjectFrame } from '@/components/projects/project-frame'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { projectHistory } from '@/lib/projects/queries/history'
import { type ProjectPage, readProject } from '../reading'

export async function generateMetadata(props: ProjectPage): Promise<Metadata> {
  const { ctx, project } = await readProject(props, '/timeline')
  return { title: `${text(ctx.language)('project.timeline')}, ${project.name}` }
}

type Props = ProjectPage & { searchParams: Promise<{ before?: string }> }

export default async function TimelinePage(props: Props) {
  const { ctx, project } = await readProject(props, '/timeline')
  const { before } = await props.searchParams
  const t = text(ctx.language)
  const { slug } = project
  const here = `/projects/${slug}/timeline`
  const { entries, next } = await show(projectHistory(ctx, { slug, before }), here)
  return (
    <ProjectFrame t={t} language={ctx.language} project={project}>
      <Panel title={t('project.timeline')}>
        <p className="mb-4 max-w-[70ch] text-soft">{t('project.timeline.text')}</p>
        <History t={t} language={ctx.language} entries={entries} />
        <Pagination
          language={ctx.language}
          first={before ? here : undefined}
          next={next ? `${here}?${new URLSearchParams({ before: next })}` : undefined}
        />
      </Panel>
    </ProjectFrame>
  )
}
