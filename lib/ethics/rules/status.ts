import { afterDay, type Day, startOf, yearsAfter } from './days'

export const decisions = ['approved', 'approved-with-conditions', 'rejected', 'dismissed'] as const
export type Decision = (typeof decisions)[number]

/**
 * What an approval counts as. Where several could be told, the first in this order is: the precedence is of the house rules
 * ("Ethics approvals").
 */
export const ethicsStatuses = [
  'rejected',
  'dismissed',
  'withdrawn',
  'superseded',
  'unverified',
  'not-in-force',
  'expired',
  'lapsed',
  'valid-with-conditions',
  'valid',
] as const
export type EthicsStatus = (typeof ethicsStatuses)[number]

/** What the last verified version of an approval says, as far as it decides what may be done. */
export type Governing = {
  readonly decision: Decision
  readonly conditions: string
  readonly decidedOn: Day
  readonly legalForceOn: Day | null
  readonly startedOn: Day | null
  /** The last day, in it. */
  readonly endsOn: Day | null
  /** The datasets that the ethics officer recorded. */
  readonly datasetIds: readonly string[]
}

/** One registered approval, as its rows say it; an amendment is one of its own. */
export type ApprovalRecord = {
  readonly id: string
  readonly number: string
  readonly country: string
  readonly amendsId: string | null
  readonly withdrawnAt: Date | null
  readonly supersededAt: Date | null
  /** The approval that takes its place: from `supersededAt`; where that is null, as soon as it is in force. */
  readonly supersededById: string | null
  /** Null: nothing of it was ever verified. */
  readonly governing: Governing | null
  /** The officer who verified that. */
  readonly verifiedById?: string | null
  /** What its latest version says of the decision, verified or not. */
  readonly claimedDecision: Decision
  /** The datasets that its latest version claims, verified or not. */
  readonly claimedDatasetIds: readonly string[]
}

/** Whether what counts as this may be relied on. */
export const isValid = (status: EthicsStatus): status is 'valid' | 'valid-with-conditions' =>
  status === 'valid' || status === 'valid-with-conditions'

/**
 * From which day it is in force. A Swedish decision needs its day of legal force; one of another country that names none is in force
 * from its decision.
 */
export const inForceFrom = (
  country: string,
  { decidedOn, legalForceOn }: Pick<Governing, 'decidedOn' | 'legalForceOn'>,
): Day | null => legalForceOn ?? (country === 'SE' ? null : decidedOn)

/** The last day on which the research can start: two years after legal force (Ethical Review Act, 2003:460). */
export const lastDayToStart = (inForce: Day): Day => yearsAfter(inForce, 2)

/** The part of the precedence that an approval answers by itself, whatever it amends; null: verified, approved and in force. */
function ownStatus(record: ApprovalRecord, now: Date): EthicsStatus | null {
  const { governing, claimedDecision, withdrawnAt, supersededAt, country } = record
  const decision = governing?.decision ?? claimedDecision
  if (decision === 'rejected' || decision === 'dismissed') return decision
  if (withdrawnAt !== null && withdrawnAt <= now) return 'withdrawn'
  if (supersededAt !== null && supersededAt <= now) return 'superseded'
  if (governing === null) return 'unverified'
  const from = inForceFrom(country, governing)
  return from === null || now < startOf(from) ? 'not-in-force' : null
}

/** Whether an amendment adds to its original at this moment: verified, approved, in force, neither withdrawn nor superseded. */
export const isAdding = (amendment: ApprovalRecord, now: Date): boolean => ownStatus(amendment, now) === null

/** What holds at a moment of an approval and its amendments together. */
export type Effective = {
  readonly status: EthicsStatus
  readonly inForceFrom: Day | null
  readonly startedOn: Day | null
  readonly endsOn: Day | null
  readonly datasetIds: readonly string[]
  /** Every condition, those of amendments as well. */
  readonly conditions: readonly string[]
  /** The amendments that add to it now, in the order of their decisions. */
  readonly amendedBy: readonly string[]
}

const inOrder = (a: ApprovalRecord, b: ApprovalRecord): number => {
  const [x, y] = [`${a.governing?.decidedOn} ${a.id}`, `${b.governing?.decidedOn} ${b.id}`]
  return x < y ? -1 : x > y ? 1 : 0
}

type Said = Pick<Effective, 'startedOn' | 'endsOn' | 'conditions' | 'inForceFrom'>

function statusFrom({ startedOn, endsOn, conditions, inForceFrom: from }: Said, now: Date): EthicsStatus {
  if (endsOn !== null && now >= afterDay(endsOn)) return 'expired'
  const latest = from === null ? null : lastDayToStart(from)
  const lapses = latest !== null && (startedOn === null || startedOn > latest)
  if (lapses && now >= afterDay(latest)) return 'lapsed'
  return conditions.length > 0 ? 'valid-with-conditions' : 'valid'
}

/**
 * What an original is worth at this moment with the amendments that add to it: datasets and conditions of all, the end that the latest
 * decision names, the earliest start of research. Amendments of other approvals are passed over.
 */
export function effectiveOf(original: ApprovalRecord, amendments: readonly ApprovalRecord[], now: Date): Effective {
  const adding = amendments.filter((one) => one.amendsId === original.id && isAdding(one, now)).toSorted(inOrder)
  const said = [original, ...adding].flatMap(({ governing }) => governing ?? [])
  const starts = said.flatMap(({ startedOn }) => startedOn ?? [])
  const whole = {
    inForceFrom: original.governing && inForceFrom(original.country, original.governing),
    startedOn: starts.toSorted()[0] ?? null,
    endsOn: said.findLast(({ endsOn }) => endsOn !== null)?.endsOn ?? null,
    datasetIds: [...new Set(said.flatMap(({ datasetIds }) => datasetIds))],
    conditions: said.flatMap(({ conditions }) => (conditions === '' ? [] : [conditions])),
    amendedBy: adding.map(({ id }) => id),
  }
  return { ...whole, status: ownStatus(original, now) ?? statusFrom(whole, now) }
}

/**
 * The status of an approval at this moment: a pure function of the records and the clock. `all` are the records of its project. An
 * amendment is worth no more than what it amends.
 */
export function statusOf(record: ApprovalRecord, all: readonly ApprovalRecord[], now: Date): EthicsStatus {
  if (record.amendsId === null) return effectiveOf(record, all, now).status
  const own = ownStatus(record, now)
  if (own !== null) return own
  const original = all.find(({ id }) => id === record.amendsId)
  return original ? effectiveOf(original, all, now).status : 'unverified'
}
