import { createHash } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { revokeGrants } from '@/lib/access/commands/revocations'
import { settleUse } from '@/lib/access/commands/settle-use'
import { registerFile } from '@/lib/delivery/commands/add-files'
import { keepData } from '@/lib/platform/data-storage'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { startWorkers } from '@/lib/platform/jobs'
import { tasks } from '@/lib/reactions/tasks'
import { lanes } from '@/lib/reactions/tasks/lanes'
import { steward } from '../catalogue/stewards'
import { parts, version } from '../delivery/files'
import { as } from '../identity/people'
import { system as clock } from '../projects/projects'
import { approved, datasets, reason, world } from './requests'
import { connected, deliver, listener } from './systems'

test('each task has one lane', () => {
  expect(lanes.flatMap((lane) => Object.keys(lane.tasks)).toSorted()).toEqual(Object.keys(tasks).toSorted())
})

/** Registers two files whose verification lasts until the function that is given is called. */
async function longVerifications() {
  const [slug = ''] = await datasets()
  const ctx = await steward()
  const files: string[] = []
  for (const path of ['a.zip', 'b.zip']) {
    const key = `data/archive/${newId()}`
    await keepData({ storage: 'database', key }, parts('large'), 100)
    const sha256 = createHash('sha256').update('large').digest('hex')
    files.push((await registerFile(ctx, { slug, version, key, path, size: 5, sha256 })).id)
  }
  let end = () => {}
  const ended = new Promise<void>((done) => {
    end = done
  })
  const held = db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM dataset_file WHERE id = ANY(${files}::uuid[]) FOR UPDATE`
      await ended
    },
    { timeout: 60_000 },
  )
  return async () => {
    end()
    await held
  }
}

test('systems that hang and files that are read for long delay no other system’s revocation', async () => {
  const w = await world()
  const request = await approved(w, new Date())
  await settleUse(clock(new Date()), { request })
  const { heard, url } = await listener()
  await connected(url)
  await deliver()
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  const hanging = [await listener(), await listener()]
  for (const one of hanging) one.answer(() => {})
  for (const { url: address } of hanging) await connected(address)
  const end = await longVerifications()
  const workers = await startWorkers(lanes, '')
  try {
    await vi.waitFor(() => expect(hanging.every((one) => one.heard.length > 0)).toBe(true), { timeout: 8000 })
    const [{ waiting } = { waiting: 0 }] = await db().$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM graphile_worker.jobs WHERE task_identifier = 'due:verify-file'`
    expect(waiting).toBe(2)
    const began = Date.now()
    await revokeGrants(as(w.handler, new Date()), { request, reach: 'grant', reason })
    await vi.waitFor(() => expect(heard.map(({ said }) => said.type)).toContain('grant.withdrawn'), { timeout: 8000 })
    expect(Date.now() - began).toBeLessThan(8000)
    // The others still hang: their first call is given ten seconds.
    expect(hanging.map((one) => one.heard.length)).toEqual([1, 1])
  } finally {
    await end()
    await workers.stop()
  }
}, 60_000)
