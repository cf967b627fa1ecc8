// Attempts to book under contention: the portal's REST API against a bare server that sends the same statements.
import { Problem } from '../../../scripts/steps/problem.mjs'
import { type Attempts, attemptsOf, type Contenders, told } from '../booking/contention'
import type { BookingScene } from '../booking/scene'
import { connected } from '../database'
import { compareLoads } from '../measure'
import { type Row, ratioRow } from '../report'

const LEAST = 0.3
/** The first slot weeks were used up while the statements were recorded. */
const FIRST = 4

type Written = Record<'bookings' | 'weeks' | 'events' | 'jobs' | 'keys', number>

/** What a side has written, by its projects. */
async function writtenBy({ databaseUrl }: BookingScene, { projects }: Contenders): Promise<Written> {
  const { rows } = await connected(databaseUrl, (db) =>
    db.query<Written>(
      `SELECT (SELECT count(*)::int FROM booking WHERE project_id = ANY ($1)) AS bookings,
        (SELECT count(*)::int FROM booked_week WHERE project_id = ANY ($1)) AS weeks,
        (SELECT count(*)::int FROM event WHERE data ->> 'projectId' = ANY ($1::text[])) AS events,
        (SELECT count(*)::int FROM graphile_worker._private_jobs j JOIN event e ON e.id::text = j.payload ->> 'eventId'
          WHERE e.data ->> 'projectId' = ANY ($1::text[])) AS jobs,
        (SELECT count(*)::int FROM idempotency_key WHERE person_id = ANY ($2)) AS keys`,
      [projects.map(({ id }) => id), projects.flatMap(({ people }) => people.map(({ id }) => id))],
    ),
  )
  return rows[0] as Written
}

/** Throws unless both sides wrote as much for each accepted attempt: a baseline that does less would prove nothing. */
async function assertSameWork(scene: BookingScene, before: Written[], portal: Attempts, bare: Attempts): Promise<void> {
  const after = [await writtenBy(scene, scene.portal), await writtenBy(scene, scene.bare)]
  const sides = [portal, bare].map(({ accepted }, i) => {
    const names = Object.keys(after[i] ?? {}) as (keyof Written)[]
    return names.map((name) => [name, ((after[i]?.[name] ?? 0) - (before[i]?.[name] ?? 0)) / accepted.length])
  })
  if (JSON.stringify(sides[0]) !== JSON.stringify(sides[1]))
    throw new Problem(`Rows for each accepted attempt: the portal ${sides[0]}, the baseline ${sides[1]}.`)
}

const plain = (what: string, portal: readonly number[], bare: readonly number[]): Row => ({
  leg: 'booking',
  what,
  portal: told(portal),
  baseline: told(bare),
  figure: `${((portal.length / bare.length) as number).toFixed(2)}`,
  target: null,
  met: null,
})

export async function bookingLeg(scene: BookingScene): Promise<Row[]> {
  const before = [await writtenBy(scene, scene.portal), await writtenBy(scene, scene.bare)]
  const [portal, bare] = [attemptsOf(scene.portal, FIRST), attemptsOf(scene.bare, FIRST)]
  const result = await compareLoads(portal.load, bare.load, scene.seconds)
  await assertSameWork(scene, before, portal, bare)
  const { accepted, refused } = scene.recorded
  return [
    ratioRow(
      'booking',
      'attempts, four for each slot week, 32 clients : bare http + pg, same statements',
      result,
      LEAST,
    ),
    plain(`of them accepted (${accepted.length} statements)`, portal.accepted, bare.accepted),
    plain(`of them refused (${refused.length} statements)`, portal.refused, bare.refused),
  ]
}
