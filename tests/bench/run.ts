// npm run bench: databases, servers, proofs that they are the right ones, the legs, and one table at the end.
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../scripts/steps/child.mjs'
import { Problem, report } from '../../scripts/steps/problem.mjs'
import { step } from '../../scripts/steps/progress.mjs'
import { queueScene } from './access/queue-scene'
import { verdictScene } from './access/scene'
import { buildBareNext, startBareNext } from './bare-next'
import { bookingScene } from './booking/scene'
import { startChild, stopAll } from './child-server'
import { connected, databaseOf, type Server, startServer } from './database'
import { bookingLeg } from './legs/booking'
import { datasetLeg } from './legs/dataset'
import { firstPageLeg } from './legs/first-page'
import { growthRow, timeOfRareSearch } from './legs/growth'
import { javascriptLeg } from './legs/javascript'
import type { Leg, Scene } from './legs/leg'
import { lighthouseLeg } from './legs/lighthouse'
import { queueLeg } from './legs/queue'
import { searchApiLeg, searchPageLeg } from './legs/search'
import { sheetLeg } from './legs/sheet'
import { typeAheadLeg } from './legs/type-ahead'
import { verdictLeg } from './legs/verdict'
import { type LegName, type Options, readOptions } from './options'
import { assertPortal, buildPortal, startPortal } from './portal'
import { preface, type Row, table } from './report'
import { lastStatement } from './statement'
import { searchesIn, suggestValues, typedIn, writeWorkload } from './workload'

// The demands are made on 100 000 datasets; where that size was not asked for, on the largest that was.
const DEMANDED = 100_000

const legs: Partial<Record<LegName, Leg>> = {
  dataset: datasetLeg,
  'search-api': searchApiLeg,
  'search-page': searchPageLeg,
  'type-ahead': typeAheadLeg,
  'first-page': firstPageLeg,
  javascript: javascriptLeg,
  lighthouse: lighthouseLeg,
}

/** Starts everything on the database of one size, and proves that each port answers as the right server with the right number. */
async function sceneOf(databaseUrl: string, { seconds }: Options, size: number): Promise<Scene> {
  const portal = await startPortal(databaseUrl)
  await assertPortal(portal.origin, databaseUrl, size)
  const searches = await connected(databaseUrl, (db) => searchesIn(db, size))
  const typed = typedIn(searches)
  const text = await lastStatement(portal.origin, databaseUrl)
  const workload = { searches, suggest: { text, typed, values: typed.map(suggestValues) } }
  const env = { DATABASE_URL: databaseUrl, BENCH_WORKLOAD: writeWorkload(workload) }
  const bare = await startChild('bare server', ['tests/bench/bare/server.mjs'], env, '/count')
  const counted = (await (await fetch(`${bare.origin}/count`)).json()) as [{ datasets: number }]
  if (counted[0].datasets !== size)
    throw new Problem(`The baseline holds ${counted[0].datasets} datasets, not ${size}.`)
  return { size, databaseUrl, portal, bare, bareNext: await startBareNext(env), workload, seconds }
}

async function legsAt(scene: Scene, only: Options['only'], rows: Row[]): Promise<void> {
  for (const name of only) {
    const leg = legs[name]
    if (!leg) continue
    await assertPortal(scene.portal.origin, scene.databaseUrl, scene.size)
    await step(`${name} at ${scene.size}`, async () => {
      rows.push(...(await leg(scene)))
    })
  }
}

const bookingLegs = { sheet: sheetLeg, booking: bookingLeg }

/** The legs of booking, on a hub of their own: they ask nothing of the catalogue. */
async function measureBooking(server: Server, { only, seconds }: Options, rows: Row[]): Promise<void> {
  const wanted = (['sheet', 'booking'] as const).filter((name) => only.includes(name))
  if (wanted.length === 0) return
  const scene = await step('servers on a hub that lends', () => bookingScene(server, seconds))
  for (const name of wanted)
    await step(name, async () => {
      rows.push(...(await bookingLegs[name](scene)))
    })
  await stopAll()
}

/** The live verdict, on a hub of its own. */
async function measureVerdict(server: Server, { only, seconds }: Options, rows: Row[]): Promise<void> {
  if (!only.includes('verdict')) return
  const scene = await step('servers on a hub that grants', () => verdictScene(server, seconds))
  await step('verdict', async () => {
    rows.push(...(await verdictLeg(scene)))
  })
  await stopAll()
}

/** The queue, on a hub of its own with many requests. */
async function measureQueue(server: Server, { only, seconds }: Options, rows: Row[]): Promise<void> {
  if (!only.includes('queue')) return
  const scene = await step('servers on a hub with many requests', () => queueScene(server, seconds))
  await step('queue', async () => {
    rows.push(...(await queueLeg(scene)))
  })
  await stopAll()
}

const ownHubs: readonly LegName[] = ['sheet', 'booking', 'verdict', 'queue']

async function measure(server: Server, options: Options, rows: Row[]): Promise<void> {
  const { sizes, only } = options
  if (only.every((name) => ownHubs.includes(name))) return
  await step('build of the bare Next application', buildBareNext)
  const demanded = sizes.includes(DEMANDED) ? DEMANDED : sizes.at(-1)
  const times = new Map<number, number>()
  for (const size of sizes.filter((one) => one === demanded || only.includes('growth'))) {
    const databaseUrl = await step(`database of ${size}`, () => databaseOf(server, size, options.fresh))
    const scene = await step(`servers on ${size}`, () => sceneOf(databaseUrl, options, size))
    if (size === demanded) await legsAt(scene, only, rows)
    if (only.includes('growth')) times.set(size, await step(`growth at ${size}`, () => timeOfRareSearch(scene)))
    await stopAll()
  }
  rows.push(...growthRow(times))
}

export async function main(args: readonly string[]): Promise<void> {
  const about = preface()
  const rows: Row[] = []
  let server: Server | undefined
  try {
    const options = readOptions(args)
    fs.mkdirSync(path.join(ROOT, '.data/bench'), { recursive: true })
    const started = await step('database server', startServer)
    server = started
    await step('build of the portal', buildPortal)
    await measureVerdict(started, options, rows)
    await measureQueue(started, options, rows)
    await measureBooking(started, options, rows)
    await measure(started, options, rows)
  } catch (error) {
    report(error)
  } finally {
    await stopAll()
    await server?.stop()
    // What was measured before something failed is told all the same; the exit code says that it is not all.
    if (rows.length > 0) console.log(`\n${about}\n\n${table(rows)}`)
  }
}
