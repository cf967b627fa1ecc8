import 'server-only'
import { missingAgreements, unacceptedTexts } from '@/lib/agreements/store/missing'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { ownBookings } from '../policy/calendar'
import { owedBy } from '../rules/acting'
import { OneBooking } from '../schema/calendar'

const project = {
  id: true,
  slug: true,
  name: true,
  state: true,
  institutionName: true,
  startsAt: true,
  endsAt: true,
  membersConfirmedAt: true,
} as const

/** What is owed before the project of a booking books again on its machine; for who takes part in that project. */
export const owedForBooking = query({
  name: 'booking.owed',
  input: OneBooking,
  scope: ({ actor }) => ownBookings(actor),
  read: async ({ personId }, { booking: id }, { now }) => {
    const booking = await db().booking.findUnique({ where: { id }, select: { projectId: true, machineId: true } })
    if (!booking) return null
    const own = { OR: [{ piId: personId }, { members: { some: { personId } } }] }
    const found = await db().project.findFirst({ where: { id: booking.projectId, ...own }, select: project })
    const machine = await db().machine.findUnique({
      where: { id: booking.machineId },
      select: { personalData: true },
    })
    if (!found || !machine) return null
    const lacks = await missingAgreements(db(), found, now)
    const demanded = machine.personalData ? lacks : lacks.filter((kind) => kind !== 'dpa')
    const terms = await unacceptedTexts(db(), personId, ['user-terms'], now)
    const { slug, name } = found
    const acting = { ...found, state: found.state as 'active' | 'ended', missing: [...demanded, ...terms] }
    return { project: { slug, name }, owes: owedBy(acting, now) }
  },
})
