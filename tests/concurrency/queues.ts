// Who waits for which slot week, the first first, as the journal tells it.
import type { Entry } from './evidence'

export interface Place {
  id: string
  project: string
  slot: string
  week: string
  state: 'waiting' | 'held' | 'claimed' | 'left' | 'over'
}

type Blame = (entry: Entry, text: string) => void

export class Queues {
  readonly places = new Map<string, Place>()
  private readonly lines = new Map<string, Place[]>()

  constructor(private readonly blame: Blame) {}

  /** Those who wait for a slot week, in the order in which they came. */
  waitingFor(cell: string): readonly Place[] {
    return this.lines.get(cell) ?? []
  }

  private out(place: Place, state: Place['state']): void {
    place.state = state
    const cell = `${place.slot} ${place.week}`
    const rest = this.waitingFor(cell).filter((one) => one !== place)
    this.lines.set(cell, rest)
  }

  private known(entry: Entry, states: readonly Place['state'][]): Place | undefined {
    const place = this.places.get(entry.subjectId)
    if (!place) this.blame(entry, `place ${entry.subjectId} is not known`)
    else if (!states.includes(place.state)) this.blame(entry, `place ${place.id} is ${place.state}`)
    return place
  }

  join(entry: Entry): void {
    if (!entry.queue) return
    const { slot, week } = entry.queue
    const line = this.waitingFor(`${slot} ${week}`)
    if (line.some(({ project }) => project === entry.projectId)) this.blame(entry, 'its project waits there already')
    const place: Place = { id: entry.subjectId, project: entry.projectId, slot, week, state: 'waiting' }
    this.places.set(place.id, place)
    this.lines.set(`${slot} ${week}`, [...line, place])
  }

  /** Wait no longer; a hold that was kept until the week began is told of before. */
  leave(entry: Entry, state: 'left' | 'over'): void {
    const place = this.known(entry, state === 'over' ? ['waiting', 'left'] : ['waiting'])
    if (place) this.out(place, state)
  }

  hold(entry: Entry): void {
    const place = this.known(entry, ['waiting'])
    if (place) this.out(place, 'held')
  }

  endHeld(entry: Entry, state: 'claimed' | 'left'): void {
    const place = this.known(entry, ['held'])
    if (place) place.state = state
  }

  /** A project that books a slot week waits for it no longer; no entry says so. */
  quit(cell: string, project: string): void {
    for (const place of this.waitingFor(cell)) if (place.project === project) this.out(place, 'claimed')
  }
}
