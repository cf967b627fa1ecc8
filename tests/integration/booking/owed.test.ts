import { expect, test } from 'vitest'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { owedForBooking } from '@/lib/booking/queries/owed'
import { sheet } from '@/lib/booking/queries/sheet'
import { db } from '@/lib/platform/db'
import { as, later, refusalOf, somebody, stranger } from '../identity/people'
import { piOf, projectOf } from './acting'
import { cell, machineOf } from './lent'

const day = 86_400_000

test('what is owed before a project books again is told all at once, on the sheet and with its bookings', async () => {
  const [machine, open] = [await machineOf([4]), await machineOf([4], 30, false)]
  const project = await projectOf({ name: 'Owing' })
  const booked = await bookWeeks(piOf(project), { project: project.slug, cells: [cell(machine, 0, 1)] })
  expect(await owedForBooking(piOf(project), { booking: booked.id })).toEqual({
    project: { slug: project.slug, name: 'Owing' },
    owes: [],
  })
  await db().signedDocument.deleteMany({ where: { projectId: project.id, kind: 'dpa' } })
  const after = piOf(project, later(300 * day))
  const owes = ['dpa', 'members-confirmation']
  expect((await owedForBooking(after, { booking: booked.id })).owes).toEqual(owes)
  const at = { from: '2027-W40', weeks: 1, project: project.slug }
  expect((await sheet(after, { ...at, machine: machine.slug })).acting?.owes).toEqual(owes)
  expect((await sheet(after, { ...at, machine: open.slug })).acting?.owes).toEqual(['members-confirmation'])
  const beyond = piOf(project, later(500 * day))
  expect((await owedForBooking(beyond, { booking: booked.id })).owes).toEqual([])
  expect((await refusalOf(owedForBooking(as(await somebody()), { booking: booked.id }))).code).toBe(
    'platform.not-found',
  )
  expect((await refusalOf(owedForBooking(stranger(), { booking: booked.id }))).code).toBe('platform.not-signed-in')
})
