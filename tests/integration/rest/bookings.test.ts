import { expect, test } from 'vitest'
import { addWeeks, isoNameOf, weekOf } from '@/lib/booking/rules/weeks'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { tasks } from '@/lib/reactions/tasks'
import { projectOf } from '../booking/acting'
import { machineOf } from '../booking/lent'
import { somebody } from '../identity/people'
import { programOf, refusal } from './program'

const scopes = ['bookings:read', 'bookings:write']
const week = weekOf(new Date())
const machine = await machineOf([4, 4], 20, true, week)
const ahead = (weeks: number) => isoNameOf(addWeeks(week, weeks))
const cell = (slot: number, weeks: number) => ({ slot: machine.slots[slot] ?? '', week: ahead(weeks) })
const work = (task: string, payload: object) => tasks[task]?.(payload, undefined as never)

async function projectWithProgram(budget: number) {
  const pi = await somebody()
  const project = await projectOf({ budget, now: new Date() }, pi)
  return { project, program: await programOf(pi, scopes) }
}

test('a program books by week names, is told what fits and what is taken, and repeats itself safely', async () => {
  const [mine, theirs] = [await projectWithProgram(8), await projectWithProgram(8)]
  const { slug: project } = mine.project
  const headers = { 'idempotency-key': newId() }
  const body = { project, cells: [cell(0, 2)] }
  const made = await mine.program('POST', '/api/v1/bookings', { body, headers })
  expect(made.status).toBe(201)
  expect(made.headers.get('location')).toBe(`/api/v1/bookings/${made.said.id}`)
  expect(made.said).toMatchObject({ used: 4, budget: 8, weeks: [{ name: ahead(2), gpus: 4 }] })
  expect((await mine.program('POST', '/api/v1/bookings', { body, headers })).said).toEqual(made.said)
  const cells = [cell(0, 2), cell(0, 3), cell(0, 4), cell(0, 5)]
  const late = await theirs.program('POST', '/api/v1/bookings', { body: { project: theirs.project.slug, cells } })
  expect(refusal(late)).toEqual([409, 'booking.taken'])
  const monday = (weeks: number) => addWeeks(week, weeks)
  expect(late.said.details).toMatchObject({
    left: 8,
    taken: [{ week: monday(2), why: 'taken' }],
    fits: [{ week: monday(3) }, { week: monday(4) }],
  })
  const sv = { 'accept-language': 'sv' }
  const swedish = await theirs.program('POST', '/api/v1/bookings', {
    body: { project: theirs.project.slug, cells: cells.slice(1) },
    headers: sv,
  })
  expect(swedish.said).toMatchObject({ code: 'booking.over-budget', detail: expect.stringContaining('GPU-veckor') })
  const one = `/api/v1/bookings/${made.said.id}`
  expect(refusal(await theirs.program('GET', one))).toEqual([404, 'platform.not-found'])
  expect(refusal(await theirs.program('POST', `${one}/cancel`, { body: {} }))).toEqual([404, 'platform.not-found'])
})

test('what is due comes by the jobs: a cancelled week is handed on, and a job for nothing is done', async () => {
  const [holder, waiter] = [await projectWithProgram(8), await projectWithProgram(8)]
  const key = cell(1, 6)
  const { said } = await holder.program('POST', '/api/v1/bookings', {
    body: { project: holder.project.slug, cells: [key] },
  })
  const place = await waiter.program('POST', '/api/v1/waiting', { body: { project: waiter.project.slug, ...key } })
  expect(place).toMatchObject({ status: 201, said: { ahead: 0 } })
  expect((await holder.program('POST', `/api/v1/bookings/${said.id}/cancel`, { body: {} })).status).toBe(200)
  await work('due:settle-week', key)
  expect((await waiter.program('GET', '/api/v1/waiting')).said.items).toMatchObject([{ hold: null, ahead: 0 }])
  // As if its minute were over.
  await db().bookedWeek.updateMany({ where: { bookingId: said.id }, data: { countsUntil: new Date() } })
  await work('due:settle-week', key)
  await work('due:settle-week', key)
  const [item] = (await waiter.program('GET', '/api/v1/waiting')).said.items
  expect(item).toMatchObject({ id: place.said.id, hold: { until: expect.any(String) } })
  await work('due:pass-hold', { hold: item.hold.id })
  const claimed = await waiter.program('POST', `/api/v1/holds/${item.hold.id}/claim`, { body: {} })
  expect(claimed).toMatchObject({ status: 201, said: { used: 4 } })
  await work('due:turn-week', {})
})
