import 'server-only'
import { command } from '@/lib/platform/command'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/machines'
import { mayAdministerCompute } from '../policy/compute'
import { gpusOf, sheetEnd } from '../rules/layouts'
import { isoNameOf, weekOf } from '../rules/weeks'
import { CreateMachine, EditMachine } from '../schema/machines'
import { insertLayout, lockMachine } from '../store/machines'
import { horizon } from '../store/slot-weeks'
import { lockStretch, standingIn } from '../store/standing'

/** Makes a machine with its first layout, and its weeks as far ahead as the sheet reaches. */
export const createMachine = command({
  name: 'booking.create-machine',
  input: CreateMachine,
  load: async (tx, { slug }) => {
    // Two who choose the same short name at once: the second waits here, then reads the first's.
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('booking.machine ' || ${slug}))) AS l`
    return { taken: (await tx.machine.count({ where: { slug } })) > 0 }
  },
  authorize: ({ actor }) => mayAdministerCompute(actor),
  decide: ({ now }, { taken }, wanted) => {
    const { slug, from, slots } = wanted
    if (taken) return refuse('booking.machine-taken', { slug })
    if (from < weekOf(now)) return refuse('booking.layout-too-early', { earliest: isoNameOf(weekOf(now)) })
    const data = { slug, from: isoNameOf(from), slots: slots.length, gpus: gpusOf(slots) }
    return { ...happened.machineCreated(newId(), data), wanted }
  },
  apply: async (tx, { subjectId: id, wanted }, _, { now }) => {
    const { slug, name, description, personalData, loginName, from, slots } = wanted
    await tx.machine.create({ data: { id, slug, name, description, personalData, loginName, createdAt: now } })
    await insertLayout(tx, { machineId: id, from, to: sheetEnd(now, horizon), slots }, now)
    return { id, slug }
  },
})

async function loadForEditing(tx: Tx, slug: string, now: Date) {
  const machine = await lockMachine(tx, slug)
  if (!machine) return null
  const stretch = { machineId: machine.id, from: weekOf(now), until: null, slotIds: null }
  await lockStretch(tx, stretch)
  const standing = await standingIn(tx, stretch, now)
  return { machine, inUse: standing.some(({ kind }) => kind === 'booking' || kind === 'hold') }
}

const fields = ['name', 'description', 'personalData', 'loginName'] as const

/** Changes what is said of a machine. Whether it is for personal data changes only while nobody has a week on it. */
export const editMachine = command({
  name: 'booking.edit-machine',
  input: EditMachine,
  load: (tx, { machine }, { now }) => loadForEditing(tx, machine, now),
  authorize: ({ actor }) => mayAdministerCompute(actor),
  decide: (_, { machine, inUse }, wanted) => {
    const { revision, slug } = machine
    const { expectedRevision: expected } = wanted
    if (expected !== revision) return refuse('booking.machine-moved-on', { expected, revision })
    if (wanted.personalData !== machine.personalData && inUse) return refuse('booking.machine-in-use')
    const changed = fields.filter((field) => wanted[field] !== machine[field])
    return { ...happened.machineEdited(machine.id, { slug, revision: revision + 1, fields: changed }), wanted }
  },
  apply: async (tx, { subjectId: id, data: { revision }, wanted }) => {
    const { name, description, personalData, loginName } = wanted
    const data = { name, description, personalData, loginName, revision }
    await tx.machine.update({ where: { id }, data, select: { id: true } })
    return { revision }
  },
})
