import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { mayAdministerCompute, mayReadBookings } from '../policy/compute'
import { spansOf } from '../rules/layouts'
import { isoNameOf } from '../rules/weeks'
import { OneMachine } from '../schema/machines'
import { weekIn } from '../store/dates'

const select = {
  id: true,
  slug: true,
  name: true,
  description: true,
  personalData: true,
  loginName: true,
  revision: true,
  layouts: {
    orderBy: { fromWeek: 'asc' },
    select: { fromWeek: true, slots: { orderBy: { ordinal: 'asc' }, select: { id: true, name: true, gpus: true } } },
  },
} as const

/** Machines with their layouts, each from a week until the next one's first (null: without end); weeks by their ISO names. */
async function read(slug?: string) {
  const rows = await db().machine.findMany({ where: { slug }, orderBy: { createdAt: 'asc' }, select })
  return rows.map(({ layouts, ...machine }) => ({
    ...machine,
    layouts: spansOf(layouts.map(({ fromWeek, slots }) => ({ from: weekIn(fromWeek), slots }))).map((layout) => ({
      ...layout,
      from: isoNameOf(layout.from),
      until: layout.until && isoNameOf(layout.until),
    })),
  }))
}

function scope({ actor }: Context) {
  const permission = mayReadBookings(actor)
  return isRefusal(permission) ? permission : { administers: mayAdministerCompute(actor) === true }
}

/** Every machine, the oldest first, and whether the reader administers them. */
export const machines = query({
  name: 'booking.machines',
  input: z.object({}),
  scope,
  read: async ({ administers }) => ({ administers, items: await read() }),
})

const administers = ({ actor }: Context) => {
  const permission = mayAdministerCompute(actor)
  return permission === true || isRefusal(permission) ? permission : notFound()
}

/** Every machine, for who administers them; to others these pages are not there. */
export const administeredMachines = query({
  name: 'booking.administered-machines',
  input: z.object({}),
  scope: administers,
  read: () => read(),
})

/** One machine by its short name, for who administers it. */
export const administeredMachine = query({
  name: 'booking.administered-machine',
  input: OneMachine,
  scope: administers,
  read: async (_, { machine }) => (await read(machine))[0] ?? null,
})

/** One machine by its short name. */
export const oneMachine = query({
  name: 'booking.machine',
  input: OneMachine,
  scope,
  read: async (_, { machine }) => (await read(machine))[0] ?? null,
})
