import 'server-only'
import { env } from '@/lib/platform/env'
import { endStreams } from '@/lib/platform/event-stream'
import { figures } from '@/lib/platform/figures'
import { registerReactions, startWorkers } from '@/lib/platform/jobs'
import { stopListening } from '@/lib/platform/listener'
import { log } from '@/lib/platform/log'
import { startTracing } from '@/lib/platform/tracing'
import { reactions } from './reactions'
import { crontab } from './tasks'
import { lanes } from './tasks/lanes'

type Stop = () => Promise<void>
const held = globalThis as typeof globalThis & { portalStop?: Stop }

/**
 * Readies this process: the environment is proven (it ends here with the list of what is missing or weak), commands may
 * enqueue reactions, and unless PORTAL_WORKER is off the jobs are worked. `globalThis.portalStop` ends the streams and the worker; the server calls it.
 */
export async function startPortal(): Promise<void> {
  try {
    env()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(78)
  }
  const endTracing = await startTracing()
  const end = async () => {
    endStreams()
    await stopListening()
    await endTracing()
  }
  held.portalStop = end
  registerReactions(reactions)
  figures()
  if (env().PORTAL_WORKER === 'off') return
  const runner = await startWorkers(lanes, crontab)
  // A portal that is new has no key to sign visas with.
  await runner.addJob('due:visa-keys', {}, { jobKey: 'visa-keys', priority: -10 })
  // What changed while nothing ran, and what stood before anybody was told of it.
  await runner.addJob('due:access-uses', {}, { jobKey: 'access-uses' })
  held.portalStop = async () => {
    endStreams()
    await runner.stop().catch((error) => log().warn({ err: error }, 'worker did not stop in time'))
    await end()
  }
}
