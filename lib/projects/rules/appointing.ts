import { type Refusal, refuse } from '@/lib/platform/refusal'

type Appointment = {
  /** Whether the account of who leads now is open. */
  readonly piOpen: boolean
  readonly piId: string
  /** Who is to lead: who has an open account at the address; null when nobody has. */
  readonly toId: string | null
  readonly actorId: string
}

/** Null, or why an administrator cannot appoint this PI: only where the old one cannot hand the role on, and never themself. */
export function judgeAppointment({ piOpen, piId, toId, actorId }: Appointment): Refusal | null {
  if (piOpen) return refuse('projects.pi-active')
  if (toId === null || toId === piId) return refuse('projects.no-account')
  return toId === actorId ? refuse('projects.own-appointment', { status: 403 }) : null
}
