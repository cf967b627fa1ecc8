import type { BookedState } from './ending'
import type { Life } from './sheet'

type Lived = {
  readonly state: BookedState
  readonly startsAt: Date
  readonly endsAt: Date
  /** When its machine was said to be ready; of a continued session when its first week's was. */
  readonly readyAt: Date | null
}

/** The life of a booked week, read from the clock: nothing needs to have run for it to be true. */
export function lifeOf({ state, startsAt, endsAt, readyAt }: Lived, now: Date): Life {
  if (state !== 'booked' || endsAt <= now) return 'ended'
  if (now < startsAt) return 'booked'
  return readyAt === null ? 'preparing' : 'ready'
}
