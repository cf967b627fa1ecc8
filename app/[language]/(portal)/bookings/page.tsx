import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { askedWeek } from '@/components/booking/asked-week'
import { BookingSheet } from '@/components/booking/booking-sheet'
import { FreeWeeks } from '@/components/booking/free-weeks'
import { NoProject } from '@/components/booking/no-project'
import { OwedNotice } from '@/components/booking/owed-notice'
import { SheetToolbar } from '@/components/booking/sheet-toolbar'
import { WhyNot } from '@/components/booking/why-not'
import { sheetWords } from '@/components/booking/words'
import { type Text, text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { oneBooking } from '@/lib/booking/queries/bookings'
import { sheet as readSheet } from '@/lib/booking/queries/sheet'
import { sheets as readSheets } from '@/lib/booking/queries/sheets'
import type { Sheet } from '@/lib/booking/rules/sheet'
import { weekOf } from '@/lib/booking/rules/weeks'
import { requestContext } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import { actOnSheet } from './actions'

type Asked = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('booking.title') }
}

const one = (asked: Asked, name: string): string | null => {
  const value = [asked[name] ?? []].flat()[0]?.trim()
  return value || null
}

/** Which weeks the address asks for; what was typed and names no week is given back. */
function weeksAsked(asked: Asked, now: Date) {
  const typed = one(asked, 'week')
  const week = typed && askedWeek(typed, weekOf(now))
  return { from: week ?? one(asked, 'from'), notAWeek: typed && !week ? typed : null }
}

/** The week that is to be moved, by the address of the page: its booking and itself. */
async function movingOf(ctx: Context, asked: Asked) {
  const key = one(asked, 'move')
  if (key === null) return null
  const [booking = '', week] = key.split('/')
  const found = await show(oneBooking(ctx, { booking }), `/bookings/${booking}`)
  const moved = found.weeks.find(({ id }) => id === week)
  if (!moved) notFound()
  return {
    key,
    booking,
    what: `${moved.name}, ${moved.slotName}`,
    machine: found.machine.slug,
    project: found.project.slug,
  }
}

/** Of how many weeks it is shown what is free on each machine. */
const weeksAhead = 8

const addressOf = (machine: string, project: string | null, move: string | null): string =>
  `/bookings?${new URLSearchParams({ machine, ...(project && { project }), ...(move && { move }) })}`

/** What is free on each machine, where there is more than one to choose from: all of them in one round trip. */
async function otherMachines(ctx: Context, { machines, acting }: Sheet) {
  if (machines.length < 2) return []
  return (await show(readSheets(ctx, { weeks: weeksAhead, project: acting?.slug }), '/bookings')).sheets
}

type Moving = Awaited<ReturnType<typeof movingOf>>

/** The machine, where else to go, and what to know before anything is clicked. */
function Heading({ t, sheet, moving }: { t: Text; sheet: Sheet; moving: Moving }) {
  const { machine, acting, administers } = sheet
  const actions = (
    <>
      {administers && <LinkButton href="/administration/compute">{t('booking.administer')}</LinkButton>}
      <LinkButton href="/account/calendars">{t('booking.calendars')}</LinkButton>
      <LinkButton href="/bookings/utilisation">{t('compute.figures')}</LinkButton>
    </>
  )
  return (
    <>
      <PageHeader title={machine.name} lead={machine.description} actions={actions} />
      {moving && (
        <div className="mb-5">
          <Notice title={t('booking.moving', { what: moving.what })}>
            <a href={`/bookings/${moving.booking}`}>{t('booking.moving.not')}</a>
          </Notice>
        </div>
      )}
      {acting && <OwedNotice t={t} project={acting} owes={acting.owes} />}
    </>
  )
}

export default async function BookingsPage({ searchParams }: Props) {
  const ctx = await requestContext()
  const asked = await searchParams
  const t = text(ctx.language)
  const moving = await movingOf(ctx, asked)
  const project = moving?.project ?? one(asked, 'project')
  const { from, notAWeek } = weeksAsked(asked, ctx.now)
  const wanted = {
    machine: moving?.machine ?? one(asked, 'machine') ?? undefined,
    from: from ?? undefined,
    project: project ?? undefined,
  }
  const sheet = await show(readSheet(ctx, wanted), '/bookings')
  const { machine, acting } = sheet
  const chosen = acting?.slug ?? project
  const here = (other: string) => addressOf(other, chosen, moving?.key ?? null)
  const query = new URLSearchParams({ ...(chosen && { project: chosen }) })
  return (
    <>
      <Heading t={t} sheet={sheet} moving={moving} />
      {!moving && <FreeWeeks t={t} sheets={await otherMachines(ctx, sheet)} addressOf={here} />}
      <BookingSheet
        read={{ sheet, now: ctx.now.toISOString() }}
        addresses={{
          events: `/bookings/events?${new URLSearchParams({ machine: machine.slug })}`,
          weeks: `/api/v1/machines/${encodeURIComponent(machine.slug)}/weeks?${query}`,
        }}
        words={sheetWords(ctx.language)}
        whyNot={acting?.why ? <WhyNot t={t} code={acting.why} /> : null}
        act={actOnSheet}
        column={Math.max(0, Number(one(asked, 'slot') ?? 1) - 1) || 0}
        address={here(machine.slug)}
        moving={moving?.key ?? null}
        toolbar={<SheetToolbar t={t} sheet={sheet} addressOf={here} from={from} notAWeek={notAWeek} />}
        noProject={<NoProject t={t} />}
      />
    </>
  )
}
