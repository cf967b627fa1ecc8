// When portals and the database are killed, and how long it takes until they answer again.
import type { Chance } from './chance'
import type { Attempt, Operation } from './history'
import type { Stage } from './stage'

export interface Kill {
  what: 'portal' | 'database'
  /** Number of the portal. */
  portal: number
  /** After how many answered operations. */
  after: number
  /** Milliseconds from the kill until it was ready again. */
  ready: number
  /** Milliseconds from the kill until a write that was sent after it was answered: by that portal, or by any after the database's. */
  answers: number | null
}

/** How often each is to be killed. */
export interface KillCount {
  portals: number
  database: number
}

/** At which numbers of answered operations to kill what: evenly spread, a little by chance, in an order by chance. */
export function planKills(chance: Chance, count: KillCount, operations: number, portals: number) {
  const all = [
    ...Array.from({ length: count.portals }, () => 'portal' as const),
    ...Array.from({ length: count.database }, () => 'database' as const),
  ]
  const step = operations / (all.length + 1)
  return chance.some(all.length, all).map((what, i) => ({
    what,
    portal: chance.below(portals),
    at: Math.round(step * (i + 0.75 + chance.below(50) / 100)),
  }))
}

type Planned = ReturnType<typeof planKills>[number]

/** Carries the plan out while the clients go on, one kill at a time. */
export class Killing {
  readonly kills: Kill[] = []
  private busy: Promise<void> = Promise.resolve()
  private failed = false
  private since = new Map<Kill, number>()

  constructor(
    private readonly stage: Pick<Stage, 'killPortal' | 'killDatabase'>,
    private readonly plan: Planned[],
    private readonly tell: (kill: Kill) => void,
  ) {}

  /** Told of each attempt when it is over, and of how many operations are answered. */
  noteAttempt(operation: Operation, attempt: Attempt, answered: number): void {
    while (this.plan[0] && answered >= this.plan[0].at) this.schedule(this.plan.shift() as Planned, answered)
    if (attempt.answer === null || operation.method === 'GET') return
    for (const [kill, since] of this.since) {
      if (attempt.sent < since || (kill.what === 'portal' && attempt.portal !== kill.portal)) continue
      this.since.delete(kill)
      kill.answers = attempt.answered - since
      if (kill.ready > 0) this.tell(kill)
    }
  }

  private schedule({ what, portal }: Planned, after: number): void {
    const carryOut = async () => {
      const kill: Kill = { what, portal, after, ready: 0, answers: null }
      this.kills.push(kill)
      this.since.set(kill, performance.now())
      kill.ready = await (what === 'portal' ? this.stage.killPortal(portal) : this.stage.killDatabase())
      if (kill.answers !== null) this.tell(kill)
    }
    this.busy = this.busy.then(carryOut)
    this.busy.catch(() => {
      this.failed = true
    })
  }

  /** Whether all that was planned was killed and has answered again, or something did not come back at all. */
  isOver(): boolean {
    return (
      this.failed || (this.plan.length === 0 && this.kills.every(({ ready, answers }) => ready > 0 && answers !== null))
    )
  }

  /** Waits until what was begun is done; throws where something did not come back. */
  settled(): Promise<void> {
    return this.busy
  }
}
