// The clients, all at once: each takes a wish, sends it, keeps what it was told, and asks again where it was told nothing.
import { setTimeout as wait } from 'node:timers/promises'
import type { Bookable, Booker, BookingProject } from '../support/bookable'
import { type Asker, askerOf } from './asking'
import { Board, UNDO_MS } from './board'
import { type Chance, chanceOf } from './chance'
import { type Attempt, isLimited, isRefusal, type Operation, outcomeOf, successes } from './history'
import { operationOf, type Wish, wishing } from './wishes'

export interface CrowdOptions {
  origins: readonly string[]
  bookable: Bookable
  seed: number
  clients: number
  /** How many operations are to be answered. */
  operations: number
  /** Whether they may stop once so many are answered. */
  mayEnd: () => boolean
  /** Told of each attempt when it is over. */
  onAttempt: (operation: Operation, attempt: Attempt, answered: number) => void
}

/** Of the operations without an answer so many are asked again; the others stay open. */
const ASKED_AGAIN = 0.75
const MOST_TRIES = 200
const LEAST_PAUSE_MS = 40
/** So long without any answer, whatever was killed: nobody is there any more, and the run fails instead of waiting for ever. */
const SILENCE_MS = 180_000
/** So long at most, whatever is answered: a tenth of a second for each operation, four times what it takes, and ten minutes. */
const mostMs = (operations: number): number => 600_000 + operations * 100

/** People of a project take turns, so that none of them meets the limit of writes of a minute. */
function turns(): (project: BookingProject) => Booker {
  const next = new Map<string, number>()
  return ({ id, people }) => {
    const turn = next.get(id) ?? 0
    next.set(id, turn + 1)
    return people[turn % people.length] as Booker
  }
}

/** What is to be asked at a moment, around which it matters who comes first. */
interface Planned {
  at: number
  wish: Wish
}

class Crowd {
  readonly operations: Operation[] = []
  private answered = 0
  private heardAt = performance.now()
  private readonly board: Board
  private readonly draw: ReturnType<typeof wishing>
  private readonly personOf = turns()
  private readonly asker: Asker
  private readonly planned: Planned[] = []
  /** Why nobody goes on: one client failed, and the others stop with it. */
  private failure: Error | null = null

  constructor(private readonly options: CrowdOptions) {
    const { bookable, origins } = options
    this.board = new Board(new Map(bookable.machines.flatMap(({ id, slots }) => slots.map((slot) => [slot.id, id]))))
    this.draw = wishing(bookable, this.board)
    this.asker = askerOf(origins, (operation, attempt) => this.over(operation, attempt))
  }

  private over(operation: Operation, attempt: Attempt): void {
    const answers = operation.attempts.filter(({ answer }) => answer !== null && !isLimited(answer))
    if (attempt.answer) this.heardAt = performance.now()
    if (answers.length === 1 && answers[0] === attempt) this.answered += 1
    if (successes(operation).includes(attempt) && attempt.answer)
      this.board.note(operation, attempt.answer, performance.now())
    else if (isRefusal(attempt.answer)) this.board.noteRefusal(operation, attempt.answer)
    this.options.onAttempt(operation, attempt, this.answered)
  }

  /** Around the end of the minute in which a cancellation can be undone, people undo it, and others want what it gives free. */
  private plan(operation: Operation, wish: Wish, chance: Chance): void {
    if (wish.act !== 'cancel' || outcomeOf(operation) !== 'accepted' || !chance.happens(0.4)) return
    const around = () => performance.now() + UNDO_MS + chance.below(60) - 40
    const undo: Wish = { ...wish, act: 'undo', path: wish.path.replace(/cancel$/, 'undo'), body: { of: 'ending' } }
    this.planned.push({ at: around(), wish: { ...undo, manner: 'once' } })
    for (const project of [wish.project, chance.of(this.options.bookable.projects)]) {
      const book = this.draw(chance, performance.now())
      if (book.act !== 'book') continue
      this.planned.push({ at: around(), wish: { ...book, project, body: { ...book.body, project: project.slug } } })
    }
    this.planned.sort((a, b) => a.at - b.at)
  }

  private async next(chance: Chance): Promise<Wish> {
    const first = this.planned[0]
    if (!first || first.at > performance.now() + LEAST_PAUSE_MS) return this.draw(chance, performance.now())
    this.planned.shift()
    await wait(Math.max(0, first.at - performance.now()))
    return first.wish
  }

  private async carryOut(wish: Wish, chance: Chance): Promise<void> {
    const { id, token } = this.personOf(wish.project)
    const operation = operationOf(this.operations.length + 1, id, wish)
    this.operations.push(operation)
    const portals = this.options.origins.length
    const portal = chance.below(portals)
    const first = this.asker.attempt(operation, token, portal)
    if (wish.manner === 'twice') await this.asker.attempt(operation, token, (portal + 1) % portals)
    await first
    const isStubborn = operation.key === null || chance.happens(ASKED_AGAIN)
    for (let tries = 0; isStubborn && !this.failure && tries < MOST_TRIES && isOpen(operation); tries += 1) {
      await wait(LEAST_PAUSE_MS + chance.below(2 * LEAST_PAUSE_MS))
      await this.asker.attempt(operation, token, chance.below(portals))
    }
    if (isOpen(operation)) await wait(LEAST_PAUSE_MS)
    if (wish.manner === 'again' && outcomeOf(operation) === 'accepted')
      await this.asker.attempt(operation, token, chance.below(portals))
    this.plan(operation, wish, chance)
  }

  private async client(number: number): Promise<void> {
    const chance = chanceOf(this.options.seed, number)
    const from = performance.now()
    while (this.failure === null && (this.answered < this.options.operations || !this.options.mayEnd())) {
      if (performance.now() - this.heardAt > SILENCE_MS) throw new Error('no portal has answered for three minutes')
      if (performance.now() - from > mostMs(this.options.operations))
        throw new Error(`only ${this.answered} of ${this.options.operations} operations were answered in time`)
      await this.carryOut(await this.next(chance), chance)
    }
  }

  async work(): Promise<Operation[]> {
    const clients = Array.from({ length: this.options.clients }, (_, number) =>
      this.client(number + 1).catch((error: Error) => {
        this.failure ??= error
      }),
    )
    await Promise.all(clients)
    this.asker.close()
    if (this.failure) throw this.failure
    return this.operations
  }
}

/** Whether its client was told nothing at all yet. */
const isOpen = ({ attempts }: Operation): boolean =>
  !attempts.some(({ answer }) => answer !== null && (answer.status < 300 || isRefusal(answer)))

/** Lets the crowd loose; gives all that they did. */
export const workOf = (options: CrowdOptions): Promise<Operation[]> => new Crowd(options).work()
