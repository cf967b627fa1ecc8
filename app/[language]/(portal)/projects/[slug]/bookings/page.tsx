import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { BookingsTable } from '@/components/booking/bookings-table'
import { BudgetSummary } from '@/components/booking/budget-summary'
import { text } from '@/components/messages'
import { ProjectFrame } from '@/components/projects/project-frame'
import { LinkButton } from '@/components/ui/button'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel, WithAside } from '@/components/ui/panel'
import { bookings } from '@/lib/booking/queries/bookings'
import { sheet } from '@/lib/booking/queries/sheet'
import { requestContext } from '@/lib/identity/session'
import { oneProject } from '@/lib/projects/queries/project'
import { ifFound } from '../reading'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ cursor?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('booking.project') }
}

/** What is on the page: the bookings, the budget for who could book, and the project for who may see all of it. */
async function read({ params, searchParams }: Props) {
  const [ctx, { slug }, { cursor }] = await Promise.all([requestContext(), params, searchParams])
  const here = `/projects/${slug}/bookings`
  const found = await show(bookings(ctx, { project: slug, cursor }), here)
  // Who runs the machines sees the bookings of every project, and nothing else of it.
  const [project, drawn] = await Promise.all([
    ifFound(oneProject(ctx, { slug })),
    ifFound(sheet(ctx, { project: slug, weeks: 1 })),
  ])
  return { ctx, slug, cursor, here, ...found, project, acting: drawn?.acting ?? null }
}

export default async function ProjectBookingsPage(props: Props) {
  const { ctx, slug, cursor, here, items, next, project, acting } = await read(props)
  const { language } = ctx
  const t = text(language)
  const name = project?.name ?? items[0]?.project.name
  if (!name) notFound()
  const onSheet = (
    <LinkButton size="small" href={`/bookings?${new URLSearchParams({ project: slug })}`}>
      {t('booking.project.sheet')}
    </LinkButton>
  )
  const body = (
    <WithAside aside={acting && <BudgetSummary t={t} project={acting} />}>
      <Panel title={t('booking.project')} actions={acting && onSheet}>
        <BookingsTable t={t} language={language} bookings={items} />
        <Pagination
          language={language}
          first={cursor ? here : undefined}
          next={next ? `${here}?${new URLSearchParams({ cursor: next })}` : undefined}
        />
      </Panel>
    </WithAside>
  )
  if (project)
    return (
      <ProjectFrame t={t} language={language} project={project}>
        {body}
      </ProjectFrame>
    )
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/bookings', label: t('booking.title') }]} language={language} />}
        title={t('booking.project.title', { name })}
      />
      {body}
    </>
  )
}
