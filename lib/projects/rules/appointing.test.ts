import { expect, test } from 'vitest'
import { judgeAppointment } from './appointing'

const right = { piOpen: false, piId: 'petra', toId: 'dana', actorId: 'ada' }

test.each([
  ['where the old PI cannot hand the role on', {}, undefined],
  ['not while the PI has an open account', { piOpen: true }, 'projects.pi-active'],
  ['not somebody without an account', { toId: null }, 'projects.no-account'],
  ['not who leads already', { toId: 'petra' }, 'projects.no-account'],
  ['not oneself', { toId: 'ada' }, 'projects.own-appointment'],
  ['not oneself while the PI is there', { toId: 'ada', piOpen: true }, 'projects.pi-active'],
])('an administrator appoints %s', (_, changes, code) => {
  expect(judgeAppointment({ ...right, ...changes })?.code).toBe(code)
})
