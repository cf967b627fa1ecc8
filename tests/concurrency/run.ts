// One run: the stage is set, the crowd let loose, kills carried out, and everything kept that the audit needs.
import { type Bookable, makeBookable, type Scale } from '../support/bookable'
import { chanceOf } from './chance'
import { workOf } from './crowd'
import { connected, type Evidence, readEvidence } from './evidence'
import type { Fault } from './faults'
import type { Operation } from './history'
import { type Kill, type KillCount, Killing, planKills } from './kills'
import { type Stage, setStage } from './stage'

/** 192 GPU weeks to be had, 144 to be spent: both run out all the time. Slots differ in size, so that moves cost. */
const SCALE: Scale = {
  projects: 6,
  peopleEach: 24,
  budget: 24,
  machines: [
    [4, 4, 8],
    [4, 4, 8],
  ],
  weeks: 6,
}

/** Nobody of the crowd wants mail of its acts, several a second: writing it would take the time that is meant for collisions. */
const WITHOUT_MAIL = `
  INSERT INTO notification_setting (person_id, topic, enabled)
  SELECT id, topic, false FROM person, unnest(ARRAY['booking-made', 'booking-changed', 'booking-hold']) AS topic`

export interface Run {
  /** A word for folders and files. */
  name: string
  seed: number
  clients: number
  portals: number
  operations: number
  kills: KillCount
  fault: Fault | null
}

export interface Done {
  bookable: Bookable
  operations: Operation[]
  evidence: Evidence
  kills: Kill[]
  /** Statements that were changed on their way to the database. */
  changed: number
  /** Milliseconds that the crowd worked. */
  worked: number
  /** What the portals wrote to their log. */
  log: string
}

const PROGRESS_MS = 15_000

/** Tells from time to time how far it is. */
function progress(of: number): (answered: number) => void {
  const from = performance.now()
  let told = from
  return (answered) => {
    const now = performance.now()
    if (now - told < PROGRESS_MS) return
    told = now
    console.log(`    ${answered} of ${of} operations after ${((now - from) / 1000).toFixed(0)} s`)
  }
}

async function workOn(stage: Stage, bookable: Bookable, run: Run, tell: (kill: Kill) => void) {
  const plan = planKills(chanceOf(run.seed), run.kills, run.operations, run.portals)
  const killing = new Killing(stage, plan, tell)
  const heard = progress(run.operations)
  const from = performance.now()
  const operations = await workOf({
    ...run,
    origins: stage.origins,
    bookable,
    mayEnd: () => killing.isOver(),
    onAttempt: (operation, attempt, answered) => {
      killing.noteAttempt(operation, attempt, answered)
      heard(answered)
    },
  })
  await killing.settled()
  return { operations, kills: killing.kills, worked: performance.now() - from }
}

/** Carries a run out. `tell` is told of each kill when what was killed answers again. */
export async function carryOut(run: Run, tell: (kill: Kill) => void): Promise<Done> {
  let bookable: Bookable | undefined
  const { settings, passing, sql } = run.fault ?? { sql: '' }
  const stage = await setStage({
    purpose: 'crowd',
    portals: run.portals,
    settings,
    passing,
    prepare: async (databaseUrl) => {
      bookable = await makeBookable(databaseUrl, SCALE)
      await connected(databaseUrl, (db) => db.query(WITHOUT_MAIL))
      if (sql) await connected(databaseUrl, (db) => db.query(sql))
    },
  })
  try {
    const done = await workOn(stage, bookable as Bookable, run, tell)
    const evidence = await readEvidence(stage.databaseUrl)
    return { ...done, bookable: bookable as Bookable, evidence, changed: stage.changed(), log: stage.log() }
  } finally {
    await stage.stop()
  }
}
