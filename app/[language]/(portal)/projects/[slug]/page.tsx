import type { Metadata } from 'next'
import { cache } from 'react'
import { show } from '@/app/show'
import { ProjectApprovals } from '@/components/ethics/project-approvals'
import { type Text, text } from '@/components/messages'
import { BookingsShown } from '@/components/projects/bookings-shown'
import { ProjectFacts } from '@/components/projects/facts'
import { History } from '@/components/projects/history'
import { ListedProject } from '@/components/projects/listed-project'
import { BudgetMeter } from '@/components/projects/marks'
import { AgreementsOwed, BudgetOwed, ConfirmationOwed } from '@/components/projects/owed'
import { Paragraphs } from '@/components/projects/paragraphs'
import { ProjectFrame } from '@/components/projects/project-frame'
import { TransferNotice } from '@/components/projects/transfer'
import { Panel, WithAside } from '@/components/ui/panel'
import { projectAgreements } from '@/lib/agreements/queries/project-agreements'
import { bookings } from '@/lib/booking/queries/bookings'
import { approvals } from '@/lib/ethics/queries/approvals'
import { requestContext } from '@/lib/identity/session'
import { type Context, isPerson } from '@/lib/platform/context'
import { listedProject } from '@/lib/projects/queries/directory'
import { projectHistory } from '@/lib/projects/queries/history'
import { oneProject, type ProjectSeen } from '@/lib/projects/queries/project'
import { accept, cancel, decline } from './actions'
import { ifFound, type ProjectPage } from './reading'

/** What the reader sees here: the whole project, what the directory says of it, or a way to sign in. */
const read = cache(async (slug: string) => {
  const ctx = await requestContext()
  const here = `/projects/${slug}`
  const whole = isPerson(ctx.actor) ? await show(ifFound(oneProject(ctx, { slug })), here) : null
  if (whole) return { ctx, whole, listed: null }
  const listed = await show(ifFound(listedProject(ctx, { slug })), here)
  // To a visitor every address that the directory does not know asks to sign in, whether there is such a project or not.
  return { ctx, whole, listed: listed ?? (await show(oneProjectOrSignIn(ctx, slug), here)) }
})

const oneProjectOrSignIn = async (ctx: Context, slug: string): Promise<never> => {
  await oneProject(ctx, { slug })
  throw new Error('somebody sees what they do not see')
}

export async function generateMetadata({ params }: ProjectPage): Promise<Metadata> {
  const { whole, listed } = await read((await params).slug)
  return { title: (whole ?? listed)?.name }
}

type Part = { ctx: Context; t: Text; project: ProjectSeen }

async function Bookings({ ctx, t, project }: Part) {
  const { slug, standing, life } = project
  const of = (state: string) => show(bookings(ctx, { project: slug, state }), `/projects/${slug}`)
  const [running, coming] = await Promise.all([of('running'), of('coming')])
  const known = new Set(running.items.map(({ id }) => id))
  const shown = [...running.items, ...coming.items.filter(({ id }) => !known.has(id)).toReversed()].slice(0, 5)
  const mayBook = standing.authorities.includes('book-compute') && life !== 'over'
  return <BookingsShown t={t} language={ctx.language} slug={slug} bookings={shown} mayBook={mayBook} />
}

async function Ethics({ ctx, t, project }: Part) {
  const { slug, standing, life } = project
  const { items } = await show(approvals(ctx, { project: slug }), `/projects/${slug}`)
  const mayRegister = standing.authorities.includes('manage-ethics') && life !== 'over'
  return <ProjectApprovals t={t} language={ctx.language} project={slug} lines={items} mayRegister={mayRegister} />
}

async function Aside({ ctx, t, project }: Part) {
  const { slug, gpuUsed, gpuBudget } = project
  const { entries } = await show(projectHistory(ctx, { slug }), `/projects/${slug}`)
  return (
    <>
      <Panel title={t('project.budget')}>
        <BudgetMeter t={t} used={gpuUsed} budget={gpuBudget} />
      </Panel>
      <Panel title={t('project.latest')}>
        <History t={t} language={ctx.language} entries={entries.slice(0, 5)} />
        <p className="mt-3">
          <a href={`/projects/${slug}/timeline`}>{t('project.timeline.all')}</a>
        </p>
      </Panel>
    </>
  )
}

async function Whole({ ctx, t, project }: Part) {
  const { language, now } = ctx
  const { missing } = await show(projectAgreements(ctx, { project: project.slug }), `/projects/${project.slug}`)
  return (
    <ProjectFrame t={t} language={language} project={project}>
      <WithAside aside={<Aside ctx={ctx} t={t} project={project} />}>
        <TransferNotice t={t} language={language} project={project} actions={{ accept, decline, cancel }} />
        <ConfirmationOwed t={t} project={project} now={now} />
        <AgreementsOwed t={t} project={project} missing={missing} />
        <BudgetOwed t={t} project={project} />
        <Panel title={t('project.about')}>
          <Paragraphs words={project.description} />
        </Panel>
        <Panel title={t('project.bookings.now')}>
          <Bookings ctx={ctx} t={t} project={project} />
        </Panel>
        <Panel title={t('ethics.title')}>
          <Ethics ctx={ctx} t={t} project={project} />
        </Panel>
        <Panel title={t('project.facts')}>
          <ProjectFacts t={t} language={language} project={project} />
        </Panel>
      </WithAside>
    </ProjectFrame>
  )
}

export default async function ProjectPageOf({ params }: ProjectPage) {
  const { ctx, whole, listed } = await read((await params).slug)
  const t = text(ctx.language)
  if (whole) return <Whole ctx={ctx} t={t} project={whole} />
  return <ListedProject t={t} language={ctx.language} project={listed} signedIn={isPerson(ctx.actor)} />
}
