import { expect, test } from 'vitest'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { remindTurn } from '@/lib/access/commands/remind'
import { requestReview } from '@/lib/access/commands/reviews'
import { requestDecision } from '@/lib/access/commands/rounds'
import { submitRequest } from '@/lib/access/commands/submission'
import { requestQueue } from '@/lib/access/queries/queue'
import { oneRequest } from '@/lib/access/queries/request'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { mailsTo, react } from '../identity/mails'
import { as, later } from '../identity/people'
import { system } from '../projects/projects'
import { approvalOf, datasets, draft, until, workflowOf, world } from './requests'

/** A request for two datasets of two owners, submitted. */
async function cart() {
  const w = await world()
  const others = await datasets(1)
  const { handler: hugo } = await workflowOf(others)
  const slugs = [...w.slugs, ...others]
  const approval = await approvalOf(w.project, slugs)
  const request = await draft({ ...w, slugs, approval })
  await submitRequest(as(w.petra), { request })
  const mine = async (who: Person) => {
    const { items, facets } = await requestQueue(as(who), { mine: 'true' })
    expect(facets?.mine).toBe(items.length)
    return items.length === 1
  }
  const turns = async () => (await oneRequest(as(w.petra), { request })).turns.map(({ turn }) => turn).toSorted()
  return { ...w, hugo, request, mine, turns }
}

test('while one owner’s deciders are asked, the other’s handler finds the request among what is theirs', async () => {
  const { request, handler, hugo, mine, turns } = await cart()
  expect([await mine(handler), await mine(hugo)]).toEqual([true, true])
  await requestDecision(as(handler), { request })
  expect([await mine(handler), await mine(hugo)]).toEqual([false, true])
  expect(await turns()).toEqual(['deciders', 'handler'])
})

test('and while one’s reviewers are', async () => {
  const { request, handler, hugo, mine, turns } = await cart()
  await requestReview(as(handler), { request })
  expect([await mine(handler), await mine(hugo)]).toEqual([false, true])
  expect(await turns()).toEqual(['handler', 'reviewers'])
})

test('whose dataset was judged is not asked nor reminded any more', async () => {
  const { request, slugs, handler, hugo, mine } = await cart()
  await approveDatasets(as(handler), { request, datasets: slugs, until })
  expect([await mine(handler), await mine(hugo)]).toEqual([false, true])
  await remindTurn(system(later(400 * 86_400_000)), { request })
  await react('access.turn-overdue')
  const reminded = async ({ id }: Person) => {
    const { email } = await db().person.findUniqueOrThrow({ where: { id } })
    return (await mailsTo(email)).length
  }
  expect(await reminded(handler)).toBe(0)
  expect(await reminded(hugo)).toBeGreaterThan(0)
})
