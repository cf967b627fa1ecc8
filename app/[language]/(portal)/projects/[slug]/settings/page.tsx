import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { type Text, text } from '@/components/messages'
import { Decision } from '@/components/projects/decision'
import { EditForm } from '@/components/projects/edit-form'
import { HandOverForm } from '@/components/projects/hand-over-form'
import { hasSettings, ProjectFrame } from '@/components/projects/project-frame'
import { TransferNotice } from '@/components/projects/transfer'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-fields'
import type { Context } from '@/lib/platform/context'
import { projectDelegations } from '@/lib/projects/queries/delegations'
import type { ProjectSeen } from '@/lib/projects/queries/project'
import { accept, cancel, decline, edit, end, propose } from '../actions'
import { type ProjectPage, readProject } from '../reading'

export async function generateMetadata(props: ProjectPage): Promise<Metadata> {
  const { ctx, project } = await readProject(props, '/settings')
  return { title: `${text(ctx.language)('project.settings')}, ${project.name}` }
}

type Part = { ctx: Context; t: Text; project: ProjectSeen }

/** The PI role: on its way, or to be handed over. */
async function HandOver({ ctx, t, project }: Part) {
  const { language } = ctx
  const { slug, transfer, may } = project
  if (!transfer && !may.propose) return null
  const { candidates } = await show(projectDelegations(ctx, { slug }), `/projects/${slug}/settings`)
  return (
    <Panel title={t('project.hand-over')}>
      {transfer ? (
        <TransferNotice t={t} language={language} project={project} actions={{ accept, decline, cancel }} />
      ) : (
        <>
          <p className="mb-2 max-w-[70ch] text-soft">{t('project.hand-over.text')}</p>
          <HandOverForm t={t} language={language} slug={slug} candidates={candidates} action={propose} />
        </>
      )}
    </Panel>
  )
}

export default async function SettingsPage(props: ProjectPage) {
  const { ctx, project } = await readProject(props, '/settings')
  const { language } = ctx
  const t = text(language)
  const { slug, may } = project
  if (!hasSettings(project)) notFound()
  return (
    <ProjectFrame t={t} language={language} project={project}>
      <div className="grid gap-5">
        {may.edit && (
          <Panel title={t('project.edit')}>
            <EditForm t={t} language={language} project={project} action={edit} />
          </Panel>
        )}
        <HandOver ctx={ctx} t={t} project={project} />
        {may.end && (
          <Panel title={t('project.end')}>
            <p className="mb-2 max-w-[70ch] text-soft">{t('project.end.text')}</p>
            <Decision language={language} summary={t('project.end')} action={end} said={{ slug }} grave>
              <TextArea name="reason" rows={3} label={t('project.reason')} hint={t('project.end.reason.hint')} />
            </Decision>
          </Panel>
        )}
      </div>
    </ProjectFrame>
  )
}
