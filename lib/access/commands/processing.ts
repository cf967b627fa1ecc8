import 'server-only'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/requests'
import { offAmong } from '../rules/switched-off'
import { ChangeProcessingState } from '../schema/requests'
import { workflowsOf } from '../store/requests'
import { nothingElse, onRequest } from './on-request'

const verb = 'change-processing-state'

/**
 * Says how far the hub has come with a request, by one of the states of a workflow that the actor handles; or none any more. The last that
 * was set is kept. Refuses: access.no-such-processing-state, access.processing-already, access.not-your-datasets (another handler's is
 * there to be taken away).
 */
export const changeProcessingState = onRequest({
  verb,
  input: ChangeProcessingState,
  load: async (tx, { input: { state: id } }) => {
    const select = { id: true, workflowId: true, nameEn: true, nameSv: true } as const
    return id === null ? null : tx.accessProcessingState.findFirst({ where: { id, retiredAt: null }, select })
  },
  decide: ({ now }, { request, standing, input, more: wanted }) => {
    const { processing, state } = request
    if (input.state === (processing?.id ?? null)) return refuse('access.processing-already')
    const concerned = (input.state === null ? processing : wanted)?.workflowId ?? ''
    const isHandled = standing.handles.includes(concerned)
    if (!isHandled && input.state !== null) return refuse('access.no-such-processing-state')
    if (!isHandled) return refuse('access.not-your-datasets', { datasets: [] })
    if (offAmong(workflowsOf(request), state, verb).includes(concerned))
      return refuse('access.switched-off', { state, verb })
    const name = { en: wanted?.nameEn ?? '', sv: wanted?.nameSv ?? '' }
    const fact = happened.processingChanged(request, { processing: wanted?.id ?? 'none', name })
    return { facts: [fact], change: { processingId: wanted?.id ?? null, processingAt: wanted ? now : null } }
  },
  apply: nothingElse,
})
