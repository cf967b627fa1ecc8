import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { reportReady as report } from '@/lib/booking/commands/report-ready'
import { connection } from '@/lib/booking/queries/connection'
import { weekList } from '@/lib/booking/queries/week-list'
import { OneBooking } from '@/lib/booking/schema/calendar'
import { ReportReady } from '@/lib/booking/schema/readiness'
import { desiredState } from '@/lib/exchange/queries/desired-state'
import { moment } from './identity-answers'

const id = z.uuid()
const week = z.string().meta({ description: 'ISO 8601 week', example: '2026-W53' })
const named = z.object({ slug: z.string(), name: z.string() })
const person = z.object({ id, name: z.string() })

export const reportReady = operation({
  id: 'reportReady',
  method: 'post',
  path: '/api/v1/booked-weeks/{bookedWeek}/ready',
  summary: 'Say that the virtual machine of a running week is ready, and where it answers',
  description: 'Said again with another address, that it has moved. Whoever has the week is told by mail.',
  tag: 'Machines',
  scope: 'compute',
  params: z.object({ bookedWeek: ReportReady.shape.bookedWeek }),
  body: z.object({ address: z.string() }).meta({ example: { address: '10.1.2.3' } }),
  answer: z.object({ bookedWeek: id, readyAt: moment, address: z.string() }),
  door: report,
})

export const readWeekList = operation({
  id: 'readWeekList',
  method: 'get',
  path: '/api/v1/compute/week-list',
  summary:
    'Every slot of a week on every machine, with who has it and whether it is ready; the running or just coming week unless asked',
  tag: 'Machines',
  scope: 'compute',
  query: z.object({ week: week.optional() }),
  answer: z.object({
    week,
    startsAt: moment,
    endsAt: moment,
    earlier: week,
    later: week,
    readyBeforeNoon: z
      .object({ ready: z.int(), of: z.int(), weeks: z.int() })
      .meta({ description: 'Of the machines set up in so many weeks until now, how many were ready before 12:00' }),
    lines: z.array(
      z.object({
        machine: named,
        slot: z.string(),
        gpus: z.int(),
        closed: z.string().nullable(),
        booked: z
          .object({
            bookedWeek: id,
            booking: id,
            project: named,
            pi: z.string(),
            continues: z.boolean(),
            goesOn: z.boolean(),
            readyAt: moment.nullable(),
            address: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
  }),
  door: weekList,
})

export const readConnection = operation({
  id: 'readConnection',
  method: 'get',
  path: '/api/v1/bookings/{booking}/connection',
  summary: 'How one gets into what runs of a booking: address, SSH command, whose keys are let in',
  tag: 'Bookings',
  scope: 'bookings:read',
  params: OneBooking,
  answer: z.object({
    booking: z.object({ project: named, machine: named, weeks: z.array(week) }),
    slots: z.array(
      z.object({
        slot: z.string(),
        machine: z.string(),
        gpus: z.int(),
        endsAt: moment,
        goesOn: z.boolean(),
        ready: z.object({ address: z.string(), readyAt: moment, ssh: z.string() }).nullable(),
      }),
    ),
    missing: z.array(z.string()).meta({ description: 'Agreements without which nobody is let in' }),
    people: z.array(
      z.object({
        id,
        name: z.string(),
        isSelf: z.boolean(),
        barred: z.enum(['account-closed', 'user-terms']).nullable(),
        keys: z.array(z.object({ name: z.string(), type: z.string(), fingerprint: z.string() })),
      }),
    ),
  }),
  door: connection,
})

const Booked = z.object({
  bookedWeek: id,
  booking: id,
  project: named.extend({ id }),
  pi: person,
  from: moment,
  until: moment,
  continues: z
    .boolean()
    .meta({ description: 'The project had the slot the week before: its virtual machine and /raid stay' }),
  goesOn: z
    .boolean()
    .meta({ description: 'The project has the slot the week after: nothing is taken down at `until`' }),
  missing: z.array(z.string()).meta({ description: 'Agreements that are not in force: then no key enters' }),
  keys: z.array(z.object({ person, name: z.string(), fingerprint: z.string(), publicKey: z.string() })),
  datasets: z
    .array(z.object({ slug: z.string(), version: z.string().nullable() }))
    .meta({ description: 'Granted datasets to be mounted read-only: those that everybody who enters may use now' }),
  withheld: z
    .array(z.object({ slug: z.string(), people: z.array(z.object({ id: z.uuid(), name: z.string() })) }))
    .meta({ description: 'Granted datasets that are not mounted, because of whom' }),
  projQuotaBytes: z.int().meta({ description: 'Quota of /proj' }),
})

export const readDesiredState = operation({
  id: 'readDesiredState',
  method: 'get',
  path: '/api/v1/machines/{machine}/weeks/{week}/desired-state',
  summary: 'What a machine must look like in a week: who, which slot, which keys, which datasets, from when until when',
  description: 'For the program that keeps the machine. Ask again with If-None-Match: 304 while nothing changed.',
  tag: 'Machines',
  scope: 'compute',
  etag: true,
  params: z.object({ machine: z.string(), week }),
  answer: z.object({
    machine: named.extend({ loginName: z.string(), personalData: z.boolean() }),
    week,
    from: moment,
    until: moment,
    slots: z.array(
      z.object({
        slot: z.string(),
        slotId: id,
        gpus: z.int(),
        state: z.enum(['free', 'closed', 'booked']),
        booked: Booked.nullable(),
      }),
    ),
  }),
  door: desiredState,
})

export const readinessOperations = [reportReady, readWeekList, readConnection, readDesiredState]
