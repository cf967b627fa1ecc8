import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { lockProjects } from '@/lib/projects/store/standing'
import { somebody } from '../identity/people'
import { projectOf } from './projects'

test('projects are locked in one order, whatever order they are named in, so that nobody waits in a ring', async () => {
  const pi = await somebody()
  const ids = [(await projectOf(pi.id)).id, (await projectOf(pi.id)).id]
  const both = (wanted: string[]) =>
    db().$transaction(async (tx) => {
      const locked = await lockProjects(tx, wanted)
      await tx.$executeRaw`SELECT pg_sleep(0.02)`
      return locked.map(({ id }) => id)
    })
  const turns = Array.from({ length: 8 }, (_, i) => both(i % 2 ? ids : ids.toReversed()))
  for (const order of await Promise.all(turns)) expect(order).toEqual(ids.toSorted())
})
