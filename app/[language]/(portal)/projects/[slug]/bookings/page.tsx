import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { BookingsTable } from '@/components/booking/bookings-table'
import { BudgetSummary } from '@/components/booking/budget-summary'
import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel, WithAside } from '@/components/ui/panel'
import { bookings } from '@/lib/booking/queries/bookings'
import { sheet } from '@/lib/booking/queries/sheet'
import { requestContext } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import { Refused } from '@/lib/platform/refusal'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ cursor?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('booking.project') }
}

/** The project with its budget, for who could book for it; null for an administrator who only looks. */
async function actingFor(ctx: Context, project: string) {
  try {
    return (await sheet(ctx, { project, weeks: 1 })).acting
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'platform.not-found') return null
    throw error
  }
}

export default async function ProjectBookingsPage({ params, searchParams }: Props) {
  const ctx = await requestContext()
  const { language } = ctx
  const t = text(language)
  const { slug } = await params
  const { cursor } = await searchParams
  const here = `/projects/${slug}/bookings`
  const { items, next } = await show(bookings(ctx, { project: slug, cursor }), here)
  const acting = await actingFor(ctx, slug)
  const name = acting?.name ?? items[0]?.project.name
  if (!name) notFound()
  const query = new URLSearchParams({ project: slug })
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/bookings', label: t('booking.title') }]} language={language} />}
        title={t('booking.project.title', { name })}
        actions={acting && <LinkButton href={`/bookings?${query}`}>{t('booking.project.sheet')}</LinkButton>}
      />
      <WithAside aside={acting && <BudgetSummary t={t} project={acting} />}>
        <Panel title={t('booking.project')}>
          <BookingsTable t={t} language={language} bookings={items} />
          <Pagination
            language={language}
            first={cursor ? here : undefined}
            next={next ? `${here}?${new URLSearchParams({ cursor: next })}` : undefined}
          />
        </Panel>
      </WithAside>
    </>
  )
}
