// Whether what clients saw of one object could have happened in some order, one call after the other, each between its beginning and
// its end: linearizability. The search of Wing and Gong (1993) with the memory of Lowe (2017), over one object at a time (Horn and
// Kroening 2015): a history is linearizable if and only if that of each object is.

/** A call on the object. */
export interface Call<Said> {
  /** What was asked and what was answered. */
  said: Said
  /** When it was asked, and when it was answered: milliseconds on one clock. Infinity: it may have taken effect at any time after. */
  invoked: number
  returned: number
  /** Nobody knows whether it took effect: it need not be in the order at all. */
  optional?: boolean
}

export interface Model<State, Said> {
  initial: State
  /** The state after the call; undefined where it cannot be answered so in this state. */
  step: (state: State, said: Said) => State | undefined
  /** The same text for the same state. */
  keyOf: (state: State) => string
  /** Whether the call never changes any state. */
  observes: (said: Said) => boolean
}

export type Verdict<Said> =
  | { linearizable: true; order: Call<Said>[] }
  /** `order`: the longest that could be found; `stuck`: the calls of which one had to come next and none could. */
  | { linearizable: false; order: Call<Said>[]; stuck: Call<Said>[]; undecided: boolean }

/** A beginning or an end of a call, in the list of those that are not in the order yet. */
interface Entry {
  call: number
  isReturn: boolean
  match: Entry | null
  previous: Entry | null
  next: Entry | null
}

const MOST_STEPS = 20_000_000

/** Both entries of every call in the order of time; beginnings before ends of the same moment, since touching calls overlap. */
function entriesOf(calls: readonly Call<unknown>[]): Entry {
  const timed = calls.flatMap(({ invoked, returned, optional }, call) => {
    const begin: Entry = { call, isReturn: false, match: null, previous: null, next: null }
    if (optional) return [{ at: invoked, entry: begin }]
    const end: Entry = { call, isReturn: true, match: null, previous: null, next: null }
    begin.match = end
    return [
      { at: invoked, entry: begin },
      { at: returned, entry: end },
    ]
  })
  timed.sort((a, b) => (a.at === b.at ? Number(a.entry.isReturn) - Number(b.entry.isReturn) : a.at - b.at))
  const head: Entry = { call: -1, isReturn: false, match: null, previous: null, next: null }
  let last = head
  for (const { entry } of timed) {
    last.next = entry
    entry.previous = last
    last = entry
  }
  return head
}

function unlink(entry: Entry): void {
  if (entry.previous) entry.previous.next = entry.next
  if (entry.next) entry.next.previous = entry.previous
}

function relink(entry: Entry): void {
  if (entry.previous) entry.previous.next = entry
  if (entry.next) entry.next.previous = entry
}

/** The search for an order. Its list holds what is not in the order yet, its stack what is. */
class Search<State, Said> {
  private readonly head: Entry
  private readonly stack: { entry: Entry; before: State; observed: boolean }[] = []
  private readonly seen = new Set<string>()
  private readonly taken: boolean[]
  private required: number
  private longest: number[] = []
  private stuck: number[] = []
  private state: State

  constructor(
    private readonly model: Model<State, Said>,
    private readonly calls: readonly Call<Said>[],
  ) {
    this.head = entriesOf(calls)
    this.taken = calls.map(() => false)
    this.required = calls.filter(({ optional }) => !optional).length
    this.state = model.initial
  }

  private saidAt = (entry: Entry): Said => (this.calls[entry.call] as Call<Said>).said

  private take(entry: Entry, next: State, observed: boolean): void {
    this.stack.push({ entry, before: this.state, observed })
    this.taken[entry.call] = true
    if (entry.match) this.required -= 1
    unlink(entry)
    if (entry.match) unlink(entry.match)
    this.state = next
  }

  /** Puts back what was taken last, and what only observed before it: of that there is no other choice. Gives where to go on. */
  private giveBack(): Entry | null | undefined {
    for (let top = this.stack.pop(); top; top = this.stack.pop()) {
      const { entry, before, observed } = top
      if (entry.match) relink(entry.match)
      relink(entry)
      this.taken[entry.call] = false
      if (entry.match) this.required += 1
      this.state = before
      if (!observed) return entry.next
    }
    return undefined
  }

  /** Takes every call that may come next and merely saw this state: no later place can suit it better. */
  private observe(): void {
    for (let entry = this.head.next; entry && !entry.isReturn; ) {
      const said = this.saidAt(entry)
      const next = entry.next
      if (this.model.observes(said) && this.model.step(this.state, said) !== undefined) {
        this.take(entry, this.state, true)
        entry = this.head.next
      } else entry = next
    }
  }

  /** What is in the order, and the state it leads to, as a text. */
  private configuration(): string {
    let first = 0
    while (first < this.taken.length && (this.taken[first] || this.calls[first]?.optional)) first += 1
    const beyond = this.stack
      .map(({ entry }) => entry.call)
      .filter((call) => call > first || this.calls[call]?.optional)
      .sort((a, b) => a - b)
    return `${first} ${beyond.join(',')} ${this.model.keyOf(this.state)}`
  }

  private noteDepth(): void {
    if (this.stack.length < this.longest.length) return
    this.longest = this.stack.map(({ entry }) => entry.call)
    this.stuck = []
    for (let entry = this.head.next; entry && !entry.isReturn; entry = entry.next) this.stuck.push(entry.call)
  }

  run(): Verdict<Said> {
    const pick = (numbers: readonly number[]) => numbers.map((call) => this.calls[call] as Call<Said>)
    this.observe()
    let entry: Entry | null | undefined = this.head.next
    for (let steps = 0; this.required > 0; steps += 1) {
      if (steps > MOST_STEPS)
        return { linearizable: false, order: pick(this.longest), stuck: pick(this.stuck), undecided: true }
      if (!entry || entry.isReturn) {
        this.noteDepth()
        entry = this.giveBack()
        if (entry === undefined)
          return { linearizable: false, order: pick(this.longest), stuck: pick(this.stuck), undecided: false }
        continue
      }
      entry = this.tryNext(entry)
    }
    return { linearizable: true, order: pick(this.stack.map(({ entry: { call } }) => call)) }
  }

  /** Takes this call as the next one where it can be and that is not known to lead nowhere; gives where to go on. */
  private tryNext(entry: Entry): Entry | null {
    const said = this.saidAt(entry)
    const next = this.model.step(this.state, said)
    if (next === undefined || this.model.observes(said)) return entry.next
    this.take(entry, next, false)
    this.observe()
    const configuration = this.configuration()
    if (this.seen.has(configuration)) return this.giveBack() ?? null
    this.seen.add(configuration)
    return this.head.next
  }
}

/** Looks for an order of all calls but the optional ones that keeps what came after what in time and that the model allows. */
export function linearize<State, Said>(model: Model<State, Said>, calls: readonly Call<Said>[]): Verdict<Said> {
  const inTime = calls.toSorted((a, b) => a.invoked - b.invoked)
  return new Search(model, inTime).run()
}
