import { expect, test } from 'vitest'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { publishTerms } from '@/lib/access/commands/terms'
import { oneRequest } from '@/lib/access/queries/request'
import { db } from '@/lib/platform/db'
import { steward } from '../catalogue/stewards'
import { as, noon } from '../identity/people'
import { reason, submitted, until, world } from './requests'

type World = Awaited<ReturnType<typeof world>>

const told = async ({ handler }: World, request: string) =>
  (await oneRequest(as(handler, noon), { request })).resting.map(({ on, verdict, about, word }) => [
    on,
    verdict,
    about,
    word,
  ])

test('what a grant would rest on is told to who judges it, and follows what happens to it', async () => {
  const w = await world()
  const request = await submitted(w)
  const holds = [
    ['ethics', 'ok', w.slugs[0], 'covered'],
    ['project', 'ok', null, 'running'],
    ['agreements', 'ok', null, null],
    ['terms', 'ok', null, null],
  ]
  expect(await told(w, request)).toEqual(holds)

  const words = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Cite it.', bodySv: 'Citera det.' }
  await publishTerms(await steward(), {
    ...words,
    subject: `dataset:${w.slugs[0]}`,
    noticeDays: 0,
    changeNote: 'First',
  })
  await db().accessMember.create({ data: { requestId: request, personId: w.emil.id, joinedAt: noon } })
  expect((await told(w, request)).slice(3)).toEqual([
    ['terms', 'no', 'Petra PI', 1],
    ['terms', 'no', 'Emil Example', 1],
  ])

  const withdrawn = { withdrawnAt: noon, withdrawnById: w.petra.id, withdrawnReason: reason }
  await db().ethicsApproval.update({ where: { id: w.approval }, data: withdrawn })
  await db().person.update({ where: { id: w.emil.id }, data: { deactivatedAt: noon } })
  await db().project.update({ where: { id: w.project.id }, data: { endsAt: new Date(noon.getTime() + 86_400_000) } })
  const failing = (await told(w, request)).filter(([, verdict]) => verdict !== 'ok')
  expect(failing).toEqual([
    ['ethics', 'no', w.slugs[0], 'withdrawn'],
    ['project', 'soon', null, 'running'],
    ['terms', 'no', 'Petra PI', 1],
    ['account', 'no', 'Emil Example', null],
    ['terms', 'no', 'Emil Example', 1],
  ])
})

test('of what is over or was never submitted nothing is said to rest on anything', async () => {
  const w = await world()
  const request = await submitted(w)
  await approveDatasets(as(w.handler, noon), { request, datasets: w.slugs, until })
  expect(await told(w, request)).toHaveLength(4)
  await db().accessRequest.update({ where: { id: request }, data: { state: 'closed' } })
  expect(await told(w, request)).toEqual([])
})
