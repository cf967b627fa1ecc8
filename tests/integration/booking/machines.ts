import { createMachine } from '@/lib/booking/commands/keep-machines'
import { addWeeks, isoNameOf, type Week, weekOf } from '@/lib/booking/rules/weeks'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, noon, somebody, stranger } from '../identity/people'

export const administrator = async (now = noon): Promise<Context> =>
  as(await somebody({ name: 'Carl Compute', roles: ['compute-administrator'] }), now)

/** The clock at work. */
export const clock = (now = noon): Context => ({ ...stranger(now), actor: { kind: 'system', name: 'clock' } })

/** Everyone who may not administer compute, with what they are told. */
export const outsiders = async () => [
  { who: 'a visitor', ctx: stranger(), code: 'platform.not-signed-in' },
  { who: 'a researcher', ctx: as(await somebody()), code: 'platform.not-found' },
  { who: 'another role', ctx: as(await somebody({ roles: ['hub-administrator'] })), code: 'platform.not-found' },
  {
    who: 'an administrator without second factor',
    ctx: as(await somebody({ roles: ['compute-administrator'], secondFactor: false })),
    code: 'platform.second-factor',
  },
  {
    who: "an administrator's token that may only read",
    ctx: as({ ...(await somebody({ roles: ['compute-administrator'] })), scopes: ['bookings:read'] }),
    code: 'platform.scope',
  },
]

export const about = { name: 'DGX of a test', description: '', personalData: 'on', loginName: 'ubuntu' }
/** The week that lies so many weeks after the one that runs, by its ISO name. */
export const weekIn = (weeks: number, now = noon): string => isoNameOf(mondayIn(weeks, now))
export const mondayIn = (weeks: number, now = noon): Week => addWeeks(weekOf(now), weeks)

/** A machine of its own, A to D with four GPUs each from the running week on. */
export async function machine(slots: readonly { name: string; gpus: number }[] = four, now = noon) {
  const slug = `m-${newId()}`.slice(0, 38)
  await createMachine(await administrator(now), { slug, ...about, from: weekIn(0, now), slots })
  const row = await db().machine.findUniqueOrThrow({ where: { slug }, include: { slots: true } })
  const slot = (name: string) => row.slots.find((one) => one.name === name)?.id ?? ''
  return { id: row.id, slug, slot }
}

export const four = ['A', 'B', 'C', 'D'].map((name) => ({ name, gpus: 4 }))

/** What the journal says of a machine, oldest first. */
export const factsOf = (machineId: string) =>
  db().event.findMany({
    where: { stream: `machine:${machineId}` },
    orderBy: { seq: 'asc' },
    select: { type: true, data: true, actorId: true },
  })
