import type { Text } from '@/components/messages'
import { StateBadge, type Tone } from '@/components/ui/tag'
import type { BookedWeekShown } from '@/lib/booking/queries/booking-rows'

const tones = {
  booked: 'info',
  preparing: 'wait',
  ready: 'ok',
  ended: 'idle',
  cancelled: 'stop',
  released: 'stop',
  displaced: 'stop',
} as const satisfies Record<string, Tone>

/** Where a booked week stands: in its life, or how it ended before its time. */
export const stateOf = ({ state, life }: BookedWeekShown): keyof typeof tones => (state === 'booked' ? life : state)

/** Where a booked week stands, in word, sign and colour. */
export function WeekState({ t, week }: { t: Text; week: BookedWeekShown }) {
  const state = stateOf(week)
  return <StateBadge tone={tones[state]}>{t(`booking.state.${state}`)}</StateBadge>
}
