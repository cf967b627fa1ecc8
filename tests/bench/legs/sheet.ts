// The booking sheet of a year, of eight machines in turn: one statement each, against a bare server that sends the same.
import { Problem } from '../../../scripts/steps/problem.mjs'
import type { BookingScene } from '../booking/scene'
import { compare, type Side } from '../measure'
import { type Row, ratioRow } from '../report'

const MACHINES = 8
const YEAR = 53

/** The statement is the last one; before it comes that of the token. */
function assertOneRoundTrip({ recorded }: BookingScene): void {
  const [token, sheet, ...more] = recorded.sheet
  if (!sheet || more.length > 0 || !/api_token/.test(token?.text ?? ''))
    throw new Problem(`The sheet took ${recorded.sheet.length} statements, not that of the token and its own.`)
}

export async function sheetLeg(scene: BookingScene): Promise<Row[]> {
  assertOneRoundTrip(scene)
  const { portal, bare, bookable } = scene
  const machines = portal.machines.slice(0, MACHINES)
  const token = portal.projects[0]?.people[1]?.token
  const headers = { authorization: `Bearer ${token}` }
  const from = bookable.weeks[0]
  const api: Side = {
    origin: portal.origin,
    paths: machines.map(({ slug }) => `/api/v1/machines/${slug}/weeks?from=${from}&weeks=${YEAR}`),
    headers,
  }
  const same: Side = {
    origin: bare.origin,
    paths: machines.map(({ slug }) => `/sheet?machine=${slug}&from=${from}&weeks=${YEAR}`),
    headers,
  }
  const result = await compare(api, same, scene.seconds)
  const share = result.a.p99 / result.b.p99
  return [
    ratioRow('sheet', `a year of one of ${MACHINES} machines in turn : bare http + pg, same statements`, result, null),
    {
      leg: 'sheet',
      what: 'its p99 over that of the baseline',
      portal: `p99 ${result.a.p99.toFixed(1)} ms`,
      baseline: `p99 ${result.b.p99.toFixed(1)} ms`,
      figure: share.toFixed(2),
      target: null,
      met: null,
    },
  ]
}
