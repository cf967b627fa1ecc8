// The verdict over a run: what was promised, one promise after the other, and what was found against it.
import { endOf, startOf } from '@/lib/booking/rules/weeks'
import type { Bookable } from '../support/bookable'
import type { Evidence } from './evidence'
import { type Act, codeOf, isLimited, type Operation, refusals, successes, unanswered } from './history'
import { compareKept, type Kept } from './kept'
import { Ledger, type Violation } from './ledger'
import { linearize } from './linearizability'
import { compareRows } from './rows'
import { callsOf } from './sightings'
import { slotWeek } from './slot-week'
import { overspentByAnswers, overspentByRows } from './spent'

export const promises = {
  lost: 'no confirmed act is lost',
  kept: 'no refused act is kept',
  once: 'each act is carried out once, and none that nobody asked for',
  alike: 'a repeated request is answered as the first time',
  twice: 'no slot week was ever held twice',
  budget: 'no project ever had more than its budget',
  counted: 'what a project uses is told rightly, and no hold is counted wrongly',
  queue: 'nobody who waits is overtaken: what comes free is kept for the first who can afford it',
  journal: 'the journal is whole, and says what the rows say',
  order: 'what clients saw of each slot week could have happened in one order',
  answers: 'every answer is one of those that there are',
} as const
export type Promised = keyof typeof promises

export type Findings = Record<Promised, string[]>

/** Statuses by which the portal may answer what clients asked of it. */
const EXPECTED = new Set([200, 201, 409, 429])

function unexpected(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ number, act, attempts }) =>
    attempts
      .filter(({ answer }) => answer !== null && !EXPECTED.has(answer.status))
      .map(
        ({ answer }) => `operation ${number} (${act}) was answered ${answer?.status} ${JSON.stringify(answer?.said)}`,
      ),
  )
}

function outOfOrder(operations: readonly Operation[], { entryOf }: Kept, evidence: Evidence): string[] {
  return [...callsOf(operations, entryOf, evidence)].flatMap(([cell, calls]) => {
    const verdict = linearize(slotWeek, calls)
    if (verdict.linearizable) return []
    const last = verdict.order.slice(-3).map(({ said }) => JSON.stringify(said))
    const stuck = verdict.stuck.slice(0, 5).map(({ said }) => JSON.stringify(said))
    const what = verdict.undecided ? 'no order was found in time' : 'there is no order'
    return [
      `slot week ${cell}, ${calls.length} calls: ${what}; after ${verdict.order.length} (… ${last.join(', ')}) none could follow of ${stuck.join(', ')}`,
    ]
  })
}

function ledgerOf({ machines, projects }: Bookable, evidence: Evidence) {
  const gpus = new Map(machines.flatMap(({ slots }) => slots.map((slot) => [slot.id, slot.gpus])))
  const budgets = new Map(projects.map(({ id, budget }) => [id, budget]))
  const budgetOf = (project: string) => budgets.get(project) ?? 0
  const ledger = new Ledger({
    gpusOf: (slot) => gpus.get(slot) ?? 0,
    startOf: (week) => startOf(week).getTime(),
    endOf: (week) => endOf(week).getTime(),
    budgetOf,
  }).tellAll(evidence.entries)
  const violations = [...ledger.violations, ...compareRows(evidence, ledger)]
  const of = (...rules: Violation['rule'][]) =>
    violations.filter(({ rule }) => rules.includes(rule)).map(({ text }) => text)
  return { of, budgetOf, usedAfter: ledger.usedAfter }
}

/** Who books, claims or moves is told what the project uses now, with what is held for it: the journal must come to the same. */
function toldWrongly(operations: readonly Operation[], { entryOf }: Kept, usedAfter: ReadonlyMap<string, number>) {
  return operations.flatMap((operation) => {
    const said = successes(operation)[0]?.answer?.said as { used?: number } | undefined
    const used = usedAfter.get(entryOf.get(operation)?.tx ?? '')
    if (said?.used === undefined || used === undefined || said.used === used) return []
    return [
      `operation ${operation.number} (${operation.act}) was told ${said.used} GPU weeks, and the journal says ${used}`,
    ]
  })
}

/** Everything that is found against the promises. */
export function audit(
  bookable: Bookable,
  operations: readonly Operation[],
  evidence: Evidence,
): Findings & { about: Kept } {
  const kept = compareKept(operations, evidence)
  const { of, budgetOf, usedAfter } = ledgerOf(bookable, evidence)
  const moved = new Set(
    evidence.entries
      .filter(({ type }) => type === 'booking.week-moved')
      .flatMap(({ cells }) => cells.map(({ id }) => id)),
  )
  const overNow = evidence.projects
    .filter(({ used, budget }) => used > budget)
    .map(({ id, used, budget }) => `project ${id} uses ${used} of ${budget} GPU weeks in the end`)
  return {
    lost: kept.lost,
    kept: kept.keptThoughRefused,
    once: [...kept.twice, ...kept.invented],
    alike: kept.unlike,
    twice: of('held-twice'),
    budget: [
      ...of('over-budget'),
      ...overspentByRows(evidence.rows, budgetOf, (id) => moved.has(id)),
      ...overspentByAnswers(operations, budgetOf),
      ...overNow,
    ],
    counted: [...of('miscounted'), ...toldWrongly(operations, kept, usedAfter)],
    queue: of('overtaken'),
    journal: [
      ...of('out-of-order', 'rows-differ'),
      ...(evidence.breaks > 0 ? [`its chain of hashes is broken in ${evidence.breaks} places`] : []),
    ],
    order: outOfOrder(operations, kept, evidence),
    answers: unexpected(operations),
    about: kept,
  }
}

export interface Ends {
  accepted: number
  refused: number
  /** By the code of the last refusal. */
  codes: Map<string, number>
  /** How many of each act were accepted. */
  acts: Map<Act, number>
  /** Told nothing at all. */
  open: number
  /** Attempts that got no answer, and attempts that were told to wait. */
  lostAttempts: number
  limited: number
}

/** How many operations came to which end, as their clients know it. */
export function endsOf(operations: readonly Operation[]): Ends {
  const ends: Ends = {
    accepted: 0,
    refused: 0,
    codes: new Map(),
    acts: new Map(),
    open: 0,
    lostAttempts: 0,
    limited: 0,
  }
  for (const operation of operations) {
    const refusal = refusals(operation).at(-1)
    ends.lostAttempts += unanswered(operation).length
    ends.limited += operation.attempts.filter(({ answer }) => isLimited(answer)).length
    if (successes(operation).length > 0) {
      ends.accepted += 1
      ends.acts.set(operation.act, (ends.acts.get(operation.act) ?? 0) + 1)
    } else if (!refusal) ends.open += 1
    else {
      ends.refused += 1
      const code = codeOf(refusal.answer)
      ends.codes.set(code, (ends.codes.get(code) ?? 0) + 1)
    }
  }
  return ends
}
