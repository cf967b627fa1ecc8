import 'server-only'
import { marked } from '@/lib/access/rules/withheld'
import { lockRequest } from '@/lib/access/store/requests'
import { recordSharing } from '@/lib/catalogue/store/sharing'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { isRefusal, notFound, Refused, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayRecordSharing } from '../policy'
import { judgeHandover } from '../rules/sharing'
import { RecordSharing } from '../schema/sharing'
import { recipientOf } from '../store/recipients'
import { shareableGrant } from '../store/sharing'

/**
 * Records that the data of a grant were handed over outside of the portal, once a grant: what is fetched from here records itself. Only for
 * who handles the dataset. Refuses: delivery.shared-already, platform.invalid for a day outside of the grant or a country that is unknown.
 */
export const recordHandover = command({
  name: 'delivery.record-sharing',
  input: RecordSharing,
  load: async (tx, { grant: id }, ctx) => {
    if (!isPerson(ctx.actor)) throw new Refused(refuse('platform.not-signed-in'))
    const found = await tx.accessGrant.findUnique({ where: { id }, select: { requestId: true } })
    const seen = found && (await lockRequest(tx, found.requestId, ctx))
    const grant = seen && (await shareableGrant(tx, id))
    if (!grant) return null
    const workflow = seen.request.items.find(({ datasetId }) => datasetId === grant.datasetId)?.workflowId ?? ''
    return { seen, grant, workflow, to: await recipientOf(tx, id) }
  },
  authorize: ({ actor }, { seen: { standing }, workflow }) => mayRecordSharing(actor, standing, workflow),
  decide: ({ now }, { seen, grant, to }, input) => {
    if (!to) return notFound()
    const judged = judgeHandover({ ...grant, country: to.country }, input, now.toISOString().slice(0, 10))
    if (isRefusal(judged)) return judged
    const said = { slug: grant.slug, grant: grant.id, on: input.sharedOn, country: judged.country }
    return Object.assign(marked(happened.handedOver(grant.id, seen.request.id, said), seen.hides), { to })
  },
  apply: async (tx, { data: { country, on }, to }, { grant: { id: grantId, datasetId } }) => {
    await recordSharing(tx, { ...to, country, datasetId, grantId }, new Date(`${on}T00:00:00.000Z`))
    return { grant: grantId, sharedOn: on, country }
  },
})
