import type { TextKind } from '@/lib/agreements/rules/in-force'
import { judgeAgreements } from '@/lib/agreements/rules/missing'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { isConfirmationOverdue } from '@/lib/projects/rules/confirmation'
import { isRunning } from './cell'

type Period = { readonly startsAt: Date; readonly endsAt: Date }

/** A project as the rules of booking need it. */
export type ActingFor = Period & {
  readonly id: string
  readonly slug: string
  readonly state: 'active' | 'ended'
  readonly membersConfirmedAt: Date
  /** Agreements that the project has not in force for this machine, and texts that who books has not accepted. */
  readonly missing: readonly TextKind[]
}

/** Why a project cannot book at all now, whatever the slot week; null where it can. What is booked already is never touched by this. */
export function judgeProject(project: ActingFor, now: Date): Refusal | null {
  if (project.state === 'ended' || project.endsAt <= now) return refuse('booking.project-ended')
  if (isConfirmationOverdue(project.membersConfirmedAt, now)) return refuse('booking.members-overdue')
  return judgeAgreements(project.missing, project.slug)
}

/** What has to be done before a project books again: agreements, terms, the yearly confirmation of its members. */
export type Owed = TextKind | 'members-confirmation'

/** All that is owed at once, where `judgeProject` names the first; nothing of a project that has ended, which books no more. */
export function owedBy(project: ActingFor, now: Date): Owed[] {
  if (project.state === 'ended' || project.endsAt <= now) return []
  const overdue = isConfirmationOverdue(project.membersConfirmedAt, now)
  return [...project.missing, ...(overdue ? (['members-confirmation'] as const) : [])]
}

/** Whether the week lies within the project: it ends no later, and begins no earlier, but one that runs already may be joined. */
export const lastsFor = (project: Period, week: Period, now: Date): boolean =>
  week.endsAt <= project.endsAt &&
  (project.startsAt <= week.startsAt || (isRunning(week, now) && project.startsAt <= now))
