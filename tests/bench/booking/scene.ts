// A hub under contention: half of its machines and projects is the portal's side, half the bare server's, on one database.
import fs from 'node:fs'
import path from 'node:path'
import { migrate } from '../../../scripts/migrate.mjs'
import { ROOT } from '../../../scripts/steps/child.mjs'
import { type Bookable, makeBookable } from '../../support/bookable'
import { type Running, startChild } from '../child-server'
import { connected, type Server } from '../database'
import { startPortal } from '../portal'
import type { Contenders } from './contention'
import { knownOf, type Recorded, record } from './recording'

/** Four slots of four GPUs each, as on the machine of the hub, for a year and a little. */
const SLOTS = [4, 4, 4, 4]
const WEEKS = 56
const MACHINES_EACH = 24
const PROJECTS_EACH = 40
const PEOPLE_EACH = 11
/** Never spent: what is measured is who comes first. */
const BUDGET = 1_000_000

export interface BookingScene {
  databaseUrl: string
  bookable: Bookable
  recorded: Recorded
  portal: Contenders
  bare: Contenders
  seconds: number
}

const NAME = 'bench_booking'

async function freshDatabase(server: Server): Promise<string> {
  await connected(server.url('postgres'), async (db) => {
    await db.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
    await db.query(`CREATE DATABASE ${NAME}`)
  })
  await migrate(server.url(NAME))
  return server.url(NAME)
}

const ofCell = ['slot', 'machine', 'week', 'weekName', 'startsIso', 'endsIso', 'startsSql', 'endsSql']

/** What the bare server must know to fill in its statements: everything by its key. */
function workbook(bookable: Bookable, recorded: Recorded): string {
  const file = path.join(ROOT, '.data/bench/booking.json')
  const [project] = bookable.projects
  const [machine] = bookable.machines
  if (!project || !machine) throw new Error('nothing to book')
  const cell = { slot: machine.slots[0]?.id ?? '', week: bookable.weeks[0] ?? '' }
  const person = project.people[0] ?? { id: '', token: '' }
  const pick = (known: Record<string, string>, ...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, known[name]]))
  const people = bookable.projects.flatMap((one) =>
    one.people.map((who) => knownOf({ cell, project: one, person: who }, [machine])),
  )
  const projects = bookable.projects.map((one) => knownOf({ cell, project: one, person }, [machine]))
  const cells = bookable.machines.flatMap((one) =>
    one.slots.flatMap(({ id }) =>
      bookable.weeks.map((week) => knownOf({ cell: { slot: id, week }, project, person }, [one])),
    ),
  )
  const by = (list: Record<string, string>[], key: (known: Record<string, string>) => string, ...names: string[]) =>
    Object.fromEntries(list.map((known) => [key(known), pick(known, ...names)]))
  const book = {
    ...recorded,
    people: by(people, ({ tokenHash }) => tokenHash ?? '', 'person'),
    projects: by(projects, ({ projectSlug }) => projectSlug ?? '', 'project', 'projectSlug', 'pi'),
    cells: by(cells, ({ slot, week }) => `${slot} ${week}`, ...ofCell),
  }
  fs.writeFileSync(file, JSON.stringify(book))
  return file
}

const halves = <T>(list: readonly T[]): [T[], T[]] => [
  list.filter((_, i) => i % 2 === 0),
  list.filter((_, i) => i % 2 === 1),
]

/** Makes the hub, sees what the portal sends, and starts both servers. */
export async function bookingScene(server: Server, seconds: number): Promise<BookingScene> {
  const databaseUrl = await freshDatabase(server)
  const bookable = await makeBookable(databaseUrl, {
    projects: 2 * PROJECTS_EACH,
    peopleEach: PEOPLE_EACH,
    budget: BUDGET,
    machines: Array.from({ length: 2 * MACHINES_EACH }, () => SLOTS),
    weeks: WEEKS,
  })
  const [projects, otherProjects] = halves(bookable.projects)
  const [machines, otherMachines] = halves(bookable.machines)
  const { weeks } = bookable
  const side = { path: '/api/v1/bookings', projects, machines, weeks }
  const recorded = await record(databaseUrl, side, bookable)
  await connected(databaseUrl, (db) => db.query('VACUUM ANALYZE'))
  const portal: Running = await startPortal(databaseUrl)
  const env = { DATABASE_URL: databaseUrl, BENCH_BOOKING: workbook(bookable, recorded) }
  const bare = await startChild('bare booking server', ['tests/bench/bare/booking.mjs'], env, '/ready')
  return {
    databaseUrl,
    bookable,
    recorded,
    seconds,
    portal: { ...side, origin: portal.origin },
    bare: { origin: bare.origin, path: '/bookings', projects: otherProjects, machines: otherMachines, weeks },
  }
}
