import { addWeeks, type Week, weekOf } from './weeks'

/** The first week that the sheet does not reach, seen from a moment; `horizon`: how many weeks beyond the running one it does. */
export const sheetEnd = (now: Date, horizon: number): Week => addWeeks(weekOf(now), horizon + 1)

type Layout = { readonly from: Week }
type Divided = Layout & { readonly slots: readonly { readonly id: string; readonly gpus: number }[] }

/** Layouts with the weeks [from, until) in which each holds: until the next one's first week, or without end (null). */
export function spansOf<L extends Layout>(layouts: readonly L[]): (L & { readonly until: Week | null })[] {
  const ordered = layouts.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return ordered.map((layout, at) => ({ ...layout, until: ordered[at + 1]?.from ?? null }))
}

/** The first week of the next layout that is planned after a week; null where none is. */
export const nextLayout = (layouts: readonly Layout[], week: Week): Week | null =>
  layouts
    .map(({ from }) => from)
    .filter((from) => from > week)
    .toSorted()[0] ?? null

/** What of the sheet is to be made so that it reaches `to`: the slots of each layout and their weeks [from, to) after the last one made. */
export function missingSpans<L extends Divided>(
  layouts: readonly L[],
  reached: Week | null,
  to: Week,
): { readonly slots: L['slots']; readonly from: Week; readonly to: Week }[] {
  const start = reached === null ? '' : addWeeks(reached, 1)
  return spansOf(layouts)
    .map(({ slots, from, until }) => ({
      slots,
      from: from > start ? from : start,
      to: until !== null && until < to ? until : to,
    }))
    .filter((span) => span.slots.length > 0 && span.from < span.to)
}

/** A machine may be divided anew from the coming week on: the running week belongs to those who work in it. */
export const earliestLayout = (now: Date): Week => addWeeks(weekOf(now), 1)

/** GPUs of a layout together. */
export const gpusOf = (slots: readonly { readonly gpus: number }[]): number =>
  slots.reduce((sum, { gpus }) => sum + gpus, 0)
