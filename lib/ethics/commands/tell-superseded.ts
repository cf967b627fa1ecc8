import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { happened } from '../events'
import { isClock } from '../policy'
import { isToTellSuperseded } from '../rules/replacement'
import { changeApproval, lockApproval } from '../store/approvals'
import { about } from './on-approval'

/** Notes that another decision has taken the place of one, at the moment at which it came into force: once, however often the clock asks. */
export const tellSuperseded = command({
  name: 'ethics.tell-superseded',
  input: z.object({ approval: z.uuid() }),
  load: (tx, { approval }, ctx) => lockApproval(tx, approval, ctx),
  authorize: ({ actor }) => isClock(actor),
  decide: ({ now }, on) => {
    const { approval, project, governing, latest } = on
    const by = isToTellSuperseded(approval, now) ? approval.supersededById : null
    const data = { ...about(on, (governing ?? latest).ordinal), by: by ?? '' }
    return Object.assign(by === null ? [] : [happened.superseded(project.id, approval.id, data)], { due: by !== null })
  },
  apply: async (tx, { due }, { approval }, { now }) => {
    if (due) await changeApproval(tx, approval.id, { supersededToldAt: now })
    return { told: due }
  },
})
