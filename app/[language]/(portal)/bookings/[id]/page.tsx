import type { Metadata } from 'next'
import { show } from '@/app/show'
import { BookedWeeks } from '@/components/booking/booked-weeks'
import { BookingFacts } from '@/components/booking/booking-facts'
import { BookingStory } from '@/components/booking/booking-story'
import { OwedNotice } from '@/components/booking/owed-notice'
import { ConnectionPanels } from '@/components/compute/connection'
import { OneButtonForm } from '@/components/identity/one-button-form'
import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { WithAside } from '@/components/ui/panel'
import { oneBooking } from '@/lib/booking/queries/bookings'
import { connection } from '@/lib/booking/queries/connection'
import { owedForBooking } from '@/lib/booking/queries/owed'
import { requestContext } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import { Refused } from '@/lib/platform/refusal'
import { cancel, release, undo } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('booking.one') }
}

/** How one gets into it, while it lasts, for who takes part in its project; null for who only administers. */
async function wayIn(ctx: Context, { id, weeks }: { id: string; weeks: readonly { state: string; endsAt: Date }[] }) {
  if (!weeks.some(({ state, endsAt }) => state === 'booked' && endsAt > ctx.now)) return null
  return unlessRefused(connection(ctx, { booking: id }))
}

/** Null for who only administers: it is no project of theirs. */
async function unlessRefused<Result>(reading: Promise<Result>): Promise<Result | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

export default async function BookingPage({ params, searchParams }: Props) {
  const ctx = await requestContext()
  const { language, now } = ctx
  const t = text(language)
  const { id } = await params
  const booking = await show(oneBooking(ctx, { booking: id }), `/bookings/${id}`)
  const entered = await wayIn(ctx, booking)
  const owed = await unlessRefused(owedForBooking(ctx, { booking: id }))
  const { machine, weeks, abilities } = booking
  const crumbs = [
    { href: `/bookings?${new URLSearchParams({ machine: machine.slug })}`, label: machine.name },
    { href: `/projects/${booking.project.slug}/bookings`, label: booking.project.name },
  ]
  const names = [...new Set(weeks.map(({ name }) => name))]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('booking.one.title', { weeks: names.length > 1 ? `${names[0]} – ${names.at(-1)}` : (names[0] ?? '') })}
        lead={t('booking.one.lead', { machine: machine.name, project: booking.project.name })}
        actions={
          <>
            {abilities.includes('undo') && (
              <OneButtonForm action={undo} name="booking" value={id} label={t('booking.undo')} about="" />
            )}
            {entered && <LinkButton href={`/bookings/${id}/calendar.ics`}>{t('compute.booking.calendar')}</LinkButton>}
          </>
        }
      />
      {(await searchParams).done === 'moved' && (
        <div className="mb-5">
          <Notice tone="ok" live>
            {t('booking.moved')}
          </Notice>
        </div>
      )}
      {owed && <OwedNotice t={t} {...owed} />}
      <WithAside aside={<BookingStory t={t} language={language} booking={booking} now={now} />}>
        <BookedWeeks t={t} language={language} booking={booking} acts={{ cancel, release }} />
        {entered && <ConnectionPanels language={language} connection={entered} />}
        <BookingFacts t={t} language={language} booking={booking} />
      </WithAside>
    </>
  )
}
