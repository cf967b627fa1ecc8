// The booking sheet of a year: of eight machines in turn, and of all eight at once. One statement each, against a bare server that sends
// the same.
import { Problem } from '../../../scripts/steps/problem.mjs'
import type { BookingScene } from '../booking/scene'
import type { Step } from '../booking/template'
import { compare, type Side } from '../measure'
import { type Row, ratioRow } from '../report'

const MACHINES = 8
const YEAR = 53

/** The statement is the last one; before it comes that of the token. */
function assertOneRoundTrip(statements: readonly Step[]): void {
  const [token, sheet, ...more] = statements
  if (!sheet || more.length > 0 || !/api_token/.test(token?.text ?? ''))
    throw new Problem(`The sheet took ${statements.length} statements, not that of the token and its own.`)
}

/** Throws unless both sides read as many slot weeks: a baseline that reads less would prove nothing. */
async function assertSameSheet(portal: Side, bare: Side, slotWeeks: number): Promise<void> {
  const [path] = [portal.paths[0] as string]
  const ask = async ({ origin, headers }: Side, at: string) =>
    (await (await fetch(origin + at, { headers: headers as Record<string, string> })).json()) as never
  const read: { sheets?: Weeks[] } & Weeks = await ask(portal, path)
  const [row]: { answer: { sheets: { cells: unknown[] }[] } }[] = await ask(bare, bare.paths[0] as string)
  const ours = (read.sheets ?? [read]).flatMap(({ weeks }) => weeks.flatMap(({ cells }) => cells)).length
  const theirs = row?.answer.sheets.flatMap(({ cells }) => cells).length
  if (ours !== slotWeeks || theirs !== slotWeeks)
    throw new Problem(`The portal showed ${ours} slot weeks, the baseline ${theirs}, of ${slotWeeks}.`)
}
type Weeks = { weeks: { cells: unknown[] }[] }

/** The two rows of a comparison: rates, and what the slowest hundredth waited. */
async function rowsOf(what: string, portal: Side, bare: Side, seconds: number): Promise<Row[]> {
  const result = await compare(portal, bare, seconds)
  return [
    ratioRow('sheet', `${what} : bare http + pg, same statements`, result, null),
    {
      leg: 'sheet',
      what: `${what}: p99 over that of the baseline`,
      portal: `p99 ${result.a.p99.toFixed(1)} ms`,
      baseline: `p99 ${result.b.p99.toFixed(1)} ms`,
      figure: (result.a.p99 / result.b.p99).toFixed(2),
      target: null,
      met: null,
    },
  ]
}

export async function sheetLeg({ portal, bare, bookable, recorded, seconds }: BookingScene): Promise<Row[]> {
  assertOneRoundTrip(recorded.sheet)
  assertOneRoundTrip(recorded.sheets)
  const machines = portal.machines.slice(0, MACHINES)
  const headers = { authorization: `Bearer ${portal.projects[0]?.people[1]?.token}` }
  const span = `from=${bookable.weeks[0]}&weeks=${YEAR}`
  const slotsOf = machines.map(({ slots }) => slots.length * YEAR)
  const side = (origin: string, paths: string[]): Side => ({ origin, paths, headers })
  const inTurn = [
    side(
      portal.origin,
      machines.map(({ slug }) => `/api/v1/machines/${slug}/weeks?${span}`),
    ),
    side(
      bare.origin,
      machines.map(({ slug }) => `/sheet?machine=${slug}&${span}`),
    ),
  ] as const
  const names = machines.map(({ slug }) => slug).join(',')
  const atOnce = [
    side(portal.origin, [`/api/v1/sheets?machines=${names}&${span}`]),
    side(bare.origin, [`/sheets?machines=${names}&${span}`]),
  ] as const
  await assertSameSheet(...inTurn, slotsOf[0] ?? 0)
  await assertSameSheet(
    ...atOnce,
    slotsOf.reduce((sum, count) => sum + count, 0),
  )
  return [
    ...(await rowsOf(`a year of ${MACHINES} machines at once`, ...atOnce, seconds)),
    ...(await rowsOf(`a year of one of ${MACHINES} machines in turn`, ...inTurn, seconds)),
  ]
}
