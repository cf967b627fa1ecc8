import 'server-only'
import { parseCrontab, type Runner, run, type TaskList } from 'graphile-worker'
import type { Tx } from './db'
import { pool } from './db'
import { env } from './env'
import { log } from './log'

/** Which reactions each event type has: filled once per process, before the first command, by `registerReactions`. */
type ReactionMap = Readonly<Record<string, readonly string[]>>
const held = globalThis as typeof globalThis & { portalReactions?: ReactionMap }

export function registerReactions(map: ReactionMap): void {
  held.portalReactions = map
}

/** One job per reaction to the event, in the transaction of the event itself. Throws where nobody registered the reactions. */
export async function enqueueReactions(tx: Tx, event: { id: string; type: string }): Promise<void> {
  if (!held.portalReactions) throw new Error('registerReactions was not called: a reaction would be lost')
  for (const reaction of held.portalReactions[event.type] ?? []) {
    const payload = JSON.stringify({ eventId: event.id })
    await tx.$queryRaw`SELECT 1 FROM graphile_worker.add_job(${`react.${reaction}`}, ${payload}::json, max_attempts => 32767)`
  }
}

/** What is to be done at a moment: one job of this key, in the transaction of what makes it due. A later call moves it. */
export type DueJob = {
  readonly task: `due:${string}`
  readonly payload: object
  readonly at: Date
  readonly key: string
}

/** Makes what is due a row: the worker runs the task when its time has come, or at once where it has passed while nothing ran. */
export async function schedule(tx: Tx, { task, payload, at, key }: DueJob): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json,
    run_at => ${at}::timestamptz, job_key => ${key}, max_attempts => 32767)`
}

/** Jobs that share slots: while all of these are taken the others of the lane wait, and no other lane does. */
export type Lane = { readonly slots: number; readonly tasks: TaskList }
export type Workers = Pick<Runner, 'stop' | 'addJob'>

/** Works the jobs in this process until `stop`, each lane by itself. `crontab` is in graphile-worker's format. */
export async function startWorkers(lanes: readonly Lane[], crontab: string): Promise<Workers> {
  const shared = { pgPool: pool(), noHandleSignals: true, pollInterval: 2000 }
  const runners: Runner[] = []
  for (const { slots, tasks } of lanes) {
    // What the clock brings is one lane's to find, whosever it is to do.
    const parsedCronItems = runners.length === 0 ? parseCrontab(crontab) : []
    const runner = await run({ ...shared, parsedCronItems, taskList: tasks, concurrency: slots })
    runner.promise.catch((error) => log().error({ err: error }, 'worker ended'))
    runners.push(runner)
  }
  const [first] = runners
  if (!first) throw new Error('no lane of jobs')
  const count = lanes.flatMap(({ tasks }) => Object.keys(tasks)).length
  log().info({ tasks: count, lanes: lanes.length, mode: env().PORTAL_MODE }, 'worker started')
  return {
    addJob: first.addJob,
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()))
    },
  }
}
