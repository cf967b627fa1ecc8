import { afterDay, startOf } from './days'
import {
  type ApprovalRecord,
  type Effective,
  type EthicsStatus,
  effectiveOf,
  inForceFrom,
  isValid,
  lastDayToStart,
  statusOf,
} from './status'

/** Why a project's approvals do not cover a dataset: one reason for each approval that comes near, or that there is none. */
export type EthicsReason =
  | { readonly reason: 'none'; readonly approvalId: null; readonly number: null }
  | {
      readonly reason: Exclude<EthicsStatus, 'valid' | 'valid-with-conditions'> | 'not-covered' | 'own-verification'
      readonly approvalId: string
      readonly number: string
    }

export type Coverage =
  | {
      readonly covered: true
      readonly approvalId: string
      readonly number: string
      readonly conditions: readonly string[]
      /** The moment from which it no longer does, as far as is known now; null: none is. */
      readonly until: Date | null
    }
  | { readonly covered: false; readonly reasons: readonly EthicsReason[] }

/** The moment at which what holds now ends by itself: the end of the approval, its lapse while no start is known, or that another takes its place. */
function endOf({ endsOn, startedOn, inForceFrom: from }: Effective, supersededAt: Date | null): Date | null {
  const latest = from === null ? null : lastDayToStart(from)
  const lapse = latest !== null && (startedOn === null || startedOn > latest) ? latest : null
  const days = [endsOn, lapse].flatMap((day) => day ?? []).toSorted()
  const end = days[0] === undefined ? null : afterDay(days[0])
  return supersededAt !== null && (end === null || supersededAt < end) ? supersededAt : end
}

const longer = (a: Date | null, b: Date | null): boolean => a === null || (b !== null && a > b)

const nobody: ReadonlySet<string> = new Set()

/** Whether what governs an approval was verified by one of these people. */
const isVerifiedBy = ({ verifiedById }: ApprovalRecord, people: ReadonlySet<string>): boolean =>
  people.size > 0 && typeof verifiedById === 'string' && people.has(verifiedById)

function reasonFor(one: ApprovalRecord, all: readonly ApprovalRecord[], now: Date): EthicsReason {
  const status = statusOf(one, all, now)
  return { reason: isValid(status) ? 'not-covered' : status, approvalId: one.id, number: one.number }
}

/**
 * Whether the approvals of a project cover a dataset at this moment: by which, under which conditions and until when; else every
 * reason that fails. `records` are all of the project's records (`approvalsOf`), or those that a request names, with their amendments.
 * `interested` are those for whom it is asked: what one of them verified counts for nothing, until another officer has verified it.
 */
export function judgeCoverage(
  records: readonly ApprovalRecord[],
  datasetId: string,
  now: Date,
  interested: ReadonlySet<string> = nobody,
): Coverage {
  const isOwn = (one: ApprovalRecord) => isVerifiedBy(one, interested)
  const approvals = records.map((one) => (isOwn(one) ? { ...one, governing: null } : one))
  const covering = approvals
    .filter(({ amendsId }) => amendsId === null)
    .map((one) => ({ one, effective: effectiveOf(one, approvals, now) }))
    .filter(({ effective: { status, datasetIds } }) => isValid(status) && datasetIds.includes(datasetId))
    .map(({ one, effective }) => ({ one, effective, until: endOf(effective, one.supersededAt) }))
  const best = covering.reduce<(typeof covering)[number] | null>(
    (chosen, next) => (chosen === null || longer(next.until, chosen.until) ? next : chosen),
    null,
  )
  if (best) {
    const { one, effective, until } = best
    return { covered: true, approvalId: one.id, number: one.number, conditions: effective.conditions, until }
  }
  if (approvals.length === 0) return { covered: false, reasons: [{ reason: 'none', approvalId: null, number: null }] }
  const names = (one: ApprovalRecord) =>
    one.claimedDatasetIds.includes(datasetId) || one.governing?.datasetIds.includes(datasetId)
  const near = approvals.filter(names)
  const told = near.length > 0 ? near : approvals.filter(({ amendsId }) => amendsId === null)
  const why = (one: ApprovalRecord): EthicsReason => {
    const { reason, ...said } = reasonFor(one, approvals, now)
    return { ...said, reason: reason === 'unverified' && isOwn(one) ? 'own-verification' : reason } as EthicsReason
  }
  return { covered: false, reasons: told.map(why) }
}

/** The next moment at which anything that these records say changes by the clock alone; null: nothing does. */
export function nextChange(approvals: readonly ApprovalRecord[], now: Date): Date | null {
  const moments = approvals.flatMap(({ governing, country, withdrawnAt, supersededAt }) => {
    const from = governing && inForceFrom(country, governing)
    return [
      withdrawnAt,
      supersededAt,
      from && startOf(from),
      from && afterDay(lastDayToStart(from)),
      governing?.endsOn ? afterDay(governing.endsOn) : null,
    ].flatMap((moment) => (moment && moment > now ? [moment] : []))
  })
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}
