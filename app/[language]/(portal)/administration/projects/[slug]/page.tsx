import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { type Text, text } from '@/components/messages'
import { AppointForm, BudgetForm, PeriodForms, QuotaForm } from '@/components/projects/desk-forms'
import { ProjectFacts } from '@/components/projects/facts'
import { BudgetMeter, LifeBadge } from '@/components/projects/marks'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import { requestContext } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import { mayDecideProjects } from '@/lib/projects/policy'
import { oneProject, type ProjectSeen } from '@/lib/projects/queries/project'
import { appoint, budget, end, extend, quota } from '../actions'

type Props = { params: Promise<{ slug: string }> }

async function read({ params }: Props) {
  const [ctx, { slug }] = await Promise.all([requestContext(), params])
  const project = await show(oneProject(ctx, { slug }), `/administration/projects/${slug}`)
  // Who takes part sees the project, and decides nothing about it.
  if (mayDecideProjects(ctx.actor) !== true) notFound()
  return { ctx, project }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { ctx, project } = await read(props)
  return { title: `${text(ctx.language)('project.desk.decide')}, ${project.name}` }
}

const actions = { budget, quota, extend, end, appoint }
type Part = { ctx: Context; t: Text; project: ProjectSeen }

function Decisions({ ctx, t, project }: Part) {
  const part = { t, language: ctx.language, project, actions }
  const { gpuUsed, gpuBudget } = project
  return (
    <>
      {project.may.appoint && (
        <Panel title={t('project.desk.appoint')}>
          <p className="mb-2 max-w-[70ch] text-soft">{t('project.desk.appoint.text', { name: project.piName })}</p>
          <AppointForm {...part} />
        </Panel>
      )}
      <Panel title={t('project.budget')}>
        <div className="mb-3 max-w-md">
          <BudgetMeter t={t} used={gpuUsed} budget={gpuBudget} />
        </div>
        <BudgetForm {...part} />
      </Panel>
      <Panel title={t('project.quota')}>
        <QuotaForm {...part} />
      </Panel>
      <Panel title={t('project.runs')}>
        <p className="mb-2">{t('project.period', { from: project.startsOn, until: project.endsOn })}</p>
        <PeriodForms {...part} />
      </Panel>
    </>
  )
}

export default async function ProjectDeskPage(props: Props) {
  const { ctx, project } = await read(props)
  const { language } = ctx
  const t = text(language)
  const { slug, name, life, type } = project
  const crumbs = [
    { href: '/administration', label: t('identity.administration.title') },
    { href: '/administration/projects', label: t('project.desk') },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={name}
        state={
          <>
            <LifeBadge t={t} life={life} />
            <Tag>{t(`projects.kind.${type}`)}</Tag>
          </>
        }
        actions={<LinkButton href={`/projects/${slug}`}>{t('project.desk.see')}</LinkButton>}
      />
      <div className="grid gap-5">
        {project.may.decide ? (
          <Decisions ctx={ctx} t={t} project={project} />
        ) : (
          <Notice>{t('refusal.projects.own-project')}</Notice>
        )}
        <Panel title={t('project.facts')}>
          <ProjectFacts t={t} language={language} project={project} />
        </Panel>
        <p>
          <a href={`/projects/${slug}/timeline`}>{t('project.desk.history')}</a>
        </p>
      </div>
    </>
  )
}
