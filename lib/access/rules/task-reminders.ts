/** What somebody is reminded of about what they were asked: that its day comes, and that it has passed. */
export const taskStages = ['near', 'missed'] as const
export type TaskStage = (typeof taskStages)[number]

const dayLength = 86_400_000
/** So many days before a deadline somebody is reminded of it. */
export const nearDays = 2

type Task = { readonly askedAt: Date; readonly dueAt: Date; readonly state: string; readonly told: readonly string[] }

/**
 * Whether this reminder is due now: each once, of an open task only. Who was asked less than a day before the reminder would come needs
 * none, and once the day has passed nobody is told that it comes.
 */
export function isReminderDue({ askedAt, dueAt, state, told }: Task, stage: TaskStage, now: Date): boolean {
  if (state !== 'open' || told.includes(stage)) return false
  if (stage === 'missed') return now >= dueAt
  const near = new Date(dueAt.getTime() - nearDays * dayLength)
  return now >= near && now < dueAt && askedAt.getTime() + dayLength <= near.getTime()
}
