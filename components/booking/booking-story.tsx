import type { MessageKey, Text } from '@/components/messages'
import { type Happening, Timeline } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import type { BookedWeekShown, BookingShown } from '@/lib/booking/queries/booking-rows'
import type { Language } from '@/lib/platform/messages'

type Moment = { readonly at: Date; readonly what: MessageKey; readonly week: string; readonly stop?: true }

/** What happened to a week and will: its preparing, that it was ready, its end, or how it was ended before. */
function momentsOf({ name, startsAt, endsAt, readyAt, state, stateAt }: BookedWeekShown): Moment[] {
  const ended = {
    cancelled: 'booking.story.cancelled',
    released: 'booking.story.released',
    displaced: 'booking.story.displaced',
  } as const
  const begun = { at: startsAt, what: 'booking.story.starts', week: name } as const
  const ready =
    readyAt && readyAt >= startsAt ? [{ at: readyAt, what: 'booking.story.ready', week: name } as const] : []
  if (state === 'booked') return [begun, ...ready, { at: endsAt, what: 'booking.story.ends', week: name }]
  const stopped = { at: stateAt, what: ended[state], week: name, stop: true } as const
  return state === 'released' ? [begun, ...ready, stopped] : [stopped]
}

/** Moments that say the same at the same time stand once, with all their weeks; the newest first. */
export function storyOf(booking: BookingShown): (Moment & { readonly weeks: string })[] {
  const made: Moment = { at: booking.createdAt, what: 'booking.story.booked', week: '' }
  const groups = new Map<string, Moment[]>()
  for (const moment of [made, ...booking.weeks.flatMap(momentsOf)]) {
    const key = `${moment.at.getTime()} ${moment.what}`
    groups.set(key, [...(groups.get(key) ?? []), moment])
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) =>
      first ? { ...first, weeks: [first, ...others].map(({ week }) => week).join(', ') } : [],
    )
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

type Props = { t: Text; language: Language; booking: BookingShown; now: Date }

/** The life of a booking, what is still to come first. */
export function BookingStory({ t, language, booking, now }: Props) {
  const happenings: Happening[] = storyOf(booking).map(({ at, what, weeks, stop }) => ({
    key: `${at.getTime()} ${what}`,
    title: t(what, { weeks }),
    about: <Time value={at} language={language} show="minute" />,
    tone: stop ? 'stop' : at > now ? 'next' : 'done',
  }))
  return (
    <Panel title={t('booking.story')}>
      <Timeline happenings={happenings} />
    </Panel>
  )
}
