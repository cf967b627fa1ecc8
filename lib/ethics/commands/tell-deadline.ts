import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { happened } from '../events'
import { isClock } from '../policy'
import { deadlineKinds, deadlinesOf, reminderDays, toRemind } from '../rules/deadlines'
import { lockApproval } from '../store/approvals'
import { effectiveIn, noteReminder, scheduleDeadlines, toldReminders } from '../store/deadlines'
import { about } from './on-approval'

const TellDeadline = z.object({
  approval: z.uuid(),
  deadline: z.enum(deadlineKinds),
  days: z.literal(reminderDays),
})

/** Notes that a deadline of an approval comes in so many days, or has passed: each once, however often the clock asks. */
export const tellDeadline = command({
  name: 'ethics.tell-deadline',
  input: TellDeadline,
  load: async (tx, { approval: id, deadline: kind }, ctx) => {
    const on = await lockApproval(tx, id, ctx)
    const effective = on && (await effectiveIn(tx, on.project.id, id, ctx.now))
    if (!on || !effective) return null
    const deadline = deadlinesOf(effective, ctx.now).find((one) => one.kind === kind)
    const told = deadline ? await toldReminders(tx, { approvalId: id, deadline: kind, lastDay: deadline.lastDay }) : []
    return { ...on, effective, told }
  },
  authorize: ({ actor }) => isClock(actor),
  decide: ({ now }, on, { deadline: kind, days }) => {
    const { effective, told, project, approval, governing, latest } = on
    const deadline = toRemind({ effective, kind, days, told }, now)
    const data = { ...about(on, (governing ?? latest).ordinal), deadline: kind, until: deadline?.lastDay ?? '' }
    const facts = !deadline
      ? []
      : days === 0
        ? [happened.deadlinePassed(project.id, approval.id, data)]
        : [happened.deadlineNeared(project.id, approval.id, { ...data, days })]
    return Object.assign(facts, { deadline, days })
  },
  apply: async (tx, { deadline, days }, { approval, project }, { now }) => {
    if (deadline)
      await noteReminder(tx, { approvalId: approval.id, deadline: deadline.kind, lastDay: deadline.lastDay }, days, now)
    // An amendment that has gained legal force since may have moved the end.
    await scheduleDeadlines(tx, project.id, approval.id, now)
    return { told: deadline !== null }
  },
})
