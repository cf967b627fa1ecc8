import { addWeeks } from '@/lib/booking/rules/weeks'
import { fill } from './fill'
import type { Picked } from './picking'
import type { SheetWords } from './words'

/** The number of an ISO week, e.g. 14 of 2026-W14. */
export const numberOf = (name: string): number => Number(name.slice(-2))

type Run = { readonly slot: string; readonly first: Picked; readonly last: Picked }

/** Weeks that follow on each other in one slot, as one. */
function runsOf(picks: readonly Picked[]): Run[] {
  const runs: Run[] = []
  for (const one of picks) {
    const run = runs.at(-1)
    if (run && run.slot === one.slot && addWeeks(run.last.week, 1) === one.week)
      runs[runs.length - 1] = { ...run, last: one }
    else runs.push({ slot: one.slot, first: one, last: one })
  }
  return runs
}

/** Runs of the same weeks together, in the order of the first of each. */
const alike = (runs: readonly Run[]): Run[][] => {
  const groups = new Map<string, Run[]>()
  for (const run of runs) {
    const key = `${run.first.week} ${run.last.week}`
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  return [...groups.values()]
}

/** What is picked, as people say it: "weeks 14–15, slots B, C; week 17, slot D". */
export const nameOf = (picks: readonly Picked[], words: SheetWords): string =>
  alike(runsOf(picks))
    .flatMap(([run, ...others]) => {
      if (!run) return []
      const slots = [run, ...others].map(({ slot }) => slot).join(', ')
      const [from, to] = [numberOf(run.first.name), numberOf(run.last.name)]
      const weeks = fill(words[run.first === run.last ? 'named.week' : 'named.weeks'], { from, to })
      return `${weeks}, ${fill(words[others.length > 0 ? 'named.slots' : 'named.slot'], { slots })}`
    })
    .join('; ')
