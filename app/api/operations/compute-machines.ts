import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { createMachine, editMachine } from '@/lib/booking/commands/keep-machines'
import { setLayout } from '@/lib/booking/commands/set-layout'
import { layoutPreview } from '@/lib/booking/queries/layout-preview'
import { machines, oneMachine } from '@/lib/booking/queries/machines'
import { CreateMachine, EditMachine, OneMachine, PreviewLayout, SetLayout } from '@/lib/booking/schema/machines'

const admin = { tag: 'Machines', scope: 'compute' } as const
const params = OneMachine
const id = z.uuid()
const week = z.string().meta({ description: 'ISO 8601 week', example: '2026-W53' })
const slots = z.array(z.object({ name: z.string(), gpus: z.int() }))

const Machine = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    personalData: z.boolean().meta({ description: 'Whether personal data may be worked on' }),
    loginName: z.string().meta({ description: 'As whom its virtual machines are entered by SSH' }),
    revision: z.int(),
    layouts: z.array(
      z.object({
        from: week,
        until: week.nullable().meta({ description: 'The first week that it does not hold' }),
        slots: z.array(z.object({ id, name: z.string(), gpus: z.int() })),
      }),
    ),
  })
  .meta({ id: 'Machine' })

/** What stands in some weeks, as it is shown before they are closed or divided anew. */
export const Standing = z
  .object({
    kind: z.enum(['booking', 'hold', 'closure', 'place']),
    slot: z.string(),
    gpus: z.int(),
    week,
    project: z.string().nullable(),
    state: z.string(),
  })
  .meta({ id: 'Standing' })

export const listMachines = operation({
  id: 'listMachines',
  method: 'get',
  path: '/api/v1/machines',
  summary: 'Machines that are lent by the week, with how each is divided from which week on',
  tag: 'Machines',
  scope: 'bookings:read',
  door: machines,
  answer: z.object({ items: z.array(Machine) }),
  render: ({ items }: { items: unknown }) => ({ items }),
})

export const readMachine = operation({
  id: 'readMachine',
  method: 'get',
  path: '/api/v1/machines/{machine}',
  summary: 'One machine',
  tag: 'Machines',
  scope: 'bookings:read',
  params,
  door: oneMachine,
  answer: Machine,
})

export const makeMachine = operation({
  ...admin,
  id: 'createMachine',
  method: 'post',
  path: '/api/v1/machines',
  summary: 'Make a machine with its first layout; for compute administrators',
  body: CreateMachine.extend({ slots, personalData: z.boolean() }).meta({
    example: {
      slug: 'dgx-3',
      name: 'DGX-3',
      description: 'Sixteen GPUs for personal data',
      personalData: true,
      loginName: 'ubuntu',
      from: '2026-W53',
      slots: [
        { name: 'A', gpus: 8 },
        { name: 'B', gpus: 8 },
      ],
    },
  }),
  answer: z.object({ id, slug: z.string() }),
  status: 201,
  location: ({ slug }: { slug: string }) => `/api/v1/machines/${slug}`,
  door: createMachine,
})

export const changeMachine = operation({
  ...admin,
  id: 'editMachine',
  method: 'patch',
  path: '/api/v1/machines/{machine}',
  summary: 'Change what is said of a machine',
  description: 'Whether it is for personal data changes only while nobody has a week on it.',
  params,
  body: EditMachine.omit({ machine: true }).extend({ personalData: z.boolean() }),
  answer: z.object({ revision: z.int() }),
  door: editMachine,
})

export const makeLayout = operation({
  ...admin,
  id: 'setLayout',
  method: 'post',
  path: '/api/v1/machines/{machine}/layouts',
  summary: 'Divide a machine anew from a week on, until the next layout that is planned',
  description: 'Refused where anything stands in those weeks; ask for the conflicts first.',
  params,
  body: SetLayout.omit({ machine: true }).extend({ slots }),
  answer: z.object({ machine: id, from: week }),
  status: 201,
  door: setLayout,
})

export const readLayoutConflicts = operation({
  ...admin,
  id: 'readLayoutConflicts',
  method: 'get',
  path: '/api/v1/machines/{machine}/layout-conflicts',
  summary: 'What would stand in the way of a new layout from a week on; nothing is changed',
  params,
  query: PreviewLayout.omit({ machine: true }),
  answer: z.object({ from: week, until: week.nullable(), standing: z.array(Standing) }),
  door: layoutPreview,
})

export const machineOperations = [
  listMachines,
  readMachine,
  makeMachine,
  changeMachine,
  makeLayout,
  readLayoutConflicts,
]
