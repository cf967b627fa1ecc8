import 'server-only'
import { type Runner, run, type TaskList } from 'graphile-worker'
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

/** Works the jobs in this process until `stop`. `crontab` is in graphile-worker's format. */
export async function startWorker(tasks: TaskList, crontab: string): Promise<Runner> {
  const runner = await run({
    pgPool: pool(),
    taskList: tasks,
    crontab,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
  })
  log().info({ tasks: Object.keys(tasks).length, mode: env().PORTAL_MODE }, 'worker started')
  runner.promise.catch((error) => log().error({ err: error }, 'worker ended'))
  return runner
}
