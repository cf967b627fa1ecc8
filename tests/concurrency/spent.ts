// Whether a project ever had more than its budget, by two accounts that do not lean on the journal: what clients were told, and the rows.
import type { WeekRow } from './evidence'
import { type Operation, outcomeOf, spanOf, successes } from './history'

/** Something that counts from a moment until another. */
interface Share {
  project: string
  gpus: number
  from: number
  until: number
}

/** Moments at which a project has more than its budget. Half-open: what ends at a moment makes room for what begins at it. */
function overspent(shares: readonly Share[], budgetOf: (project: string) => number): string[] {
  const turns = shares
    .filter(({ from, until }) => from < until)
    .flatMap(({ project, gpus, from, until }) => [
      { project, at: from, change: gpus },
      { project, at: until, change: -gpus },
    ])
    .sort((a, b) => a.at - b.at || a.change - b.change)
  const used = new Map<string, number>()
  const found = new Map<string, string>()
  for (const { project, at, change } of turns) {
    const now = (used.get(project) ?? 0) + change
    used.set(project, now)
    if (now > budgetOf(project) && !found.has(project))
      found.set(project, `project ${project} has ${now} of ${budgetOf(project)} GPU weeks at ${at}`)
  }
  return [...found.values()]
}

/** By the rows: each counts from when it was made until its last moment. What a moved week cost before, its row does not say: left out. */
export const overspentByRows = (
  rows: readonly WeekRow[],
  budgetOf: (project: string) => number,
  wasMoved: (id: string) => boolean,
): string[] =>
  overspent(
    rows
      .filter(({ id }) => !wasMoved(id))
      .map(({ projectId, gpus, createdAt, countsUntil }) => ({
        project: projectId,
        gpus,
        from: createdAt.getTime(),
        until: countsUntil.getTime(),
      })),
    budgetOf,
  )

/** The first moment at which anybody asked for something that could end or move a week of a booking. */
function firstMeddling(operations: readonly Operation[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const operation of operations) {
    const booking = /\/bookings\/([^/]+)\//.exec(operation.path)?.[1]
    if (!booking || outcomeOf(operation) === 'refused') continue
    const { invoked } = spanOf(operation)
    first.set(booking, Math.min(invoked, first.get(booking) ?? Number.POSITIVE_INFINITY))
  }
  return first
}

/** By what clients were told: from the answer that confirmed a booking until somebody could have ended it, it counts for certain. */
export function overspentByAnswers(operations: readonly Operation[], budgetOf: (project: string) => number): string[] {
  const meddled = firstMeddling(operations)
  const shares = operations
    .filter((one) => (one.act === 'book' || one.act === 'claim') && outcomeOf(one) === 'accepted')
    .flatMap((one) => {
      const said = successes(one)[0]?.answer?.said as { id: string; weeks: { gpus: number }[] }
      const [from, until] = [spanOf(one).returned, meddled.get(said.id) ?? Number.POSITIVE_INFINITY]
      return said.weeks.map(({ gpus }) => ({ project: one.project, gpus, from, until }))
    })
  return overspent(shares, budgetOf)
}
