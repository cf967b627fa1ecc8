import { type AccessFacts, type Ending, firstEnd, judgeAccess, type ReasonCode } from './verdict'

/** Whether one person may use data by one grant: the verdict, narrowed to that grant. */
export type Use =
  | { readonly may: true; readonly until: Date; readonly reasons: readonly ReasonCode[] }
  | { readonly may: false; readonly until: null; readonly reasons: readonly ReasonCode[] }

/** What was last told of it. */
export type ToldUse = {
  readonly may: boolean
  readonly reasons: readonly string[]
  readonly until: Date | null
  readonly sequence: number
  readonly remindedDays: number | null
}

/** What kinds of news there are for other systems. */
export const newsKinds = ['grant.given', 'grant.changed', 'grant.suspended', 'grant.withdrawn'] as const
export type NewsKind = (typeof newsKinds)[number]

const suspending: readonly string[] = ['suspended', 'suspended-for-you']

/** Whether a person may use data by this grant now. A grant that they have nothing to do with any more is not theirs. */
export function judgeGrantUse(facts: AccessFacts, grantId: string, now: Date): Use {
  const verdict = judgeAccess({ ...facts, grants: facts.grants.filter((one) => one.grantId === grantId) }, now)
  if (verdict.may) return { may: true, until: verdict.until, reasons: [] }
  const [grant] = verdict.grants
  const codes = grant ? verdict.reasons.map(({ code }) => code) : (['not-a-member'] as const)
  return { may: false, until: null, reasons: [...new Set<ReasonCode>(codes)].toSorted() }
}

const isOnlySuspended = (reasons: readonly string[]): boolean => reasons.every((code) => suspending.includes(code))

/** What of all that a use by this grant rests on ends first. */
export function endingOf(facts: AccessFacts, grantId: string): Ending {
  const grant = facts.grants.find((one) => one.grantId === grantId)
  return grant ? firstEnd(grant, facts).by : 'grant'
}

/**
 * What is news for other systems in how it stands now, against what was told; null: nothing. What never was, and what is told already,
 * is no news; that a suspension became more than that, is.
 */
export function newsOf(told: ToldUse | null, use: Use): NewsKind | null {
  if (use.may) {
    if (!told?.may) return 'grant.given'
    return told.until?.getTime() === use.until.getTime() ? null : 'grant.changed'
  }
  if (told === null || told.sequence === 0) return null
  const kind = isOnlySuspended(use.reasons) ? 'grant.suspended' : 'grant.withdrawn'
  return told.may || isOnlySuspended(told.reasons) !== isOnlySuspended(use.reasons) ? kind : null
}

/** What ends a use without anybody's act on the grant: whoever is concerned hears of it only this way. */
const beneath: readonly string[] = [
  'account-closed',
  'user-terms',
  'dataset-not-published',
  'dataset-withdrawn',
  'terms',
  'ethics-none',
  'ethics-not-valid',
  'ethics-not-covering',
  'project-to-come',
  'project-over',
  'agreements',
  'use-conflict',
]
/** Whether something under a grant is the reason, and not only an act on the grant itself, which is told where it happens. */
export const isBeneath = (reasons: readonly string[]): boolean =>
  reasons.length > 0 && reasons.every((code) => beneath.includes(code))

/** How many days before something under a grant ends those concerned are told. */
const stages = [7, 30] as const
export type Stage = (typeof stages)[number]
const dayLength = 86_400_000

/** The reminder that is due now of what ends at `until`: the nearest that has come, unless it or a nearer one was told. */
export function stageDue(until: Date, told: number | null, now: Date): Stage | null {
  const due = stages.find((days) => until.getTime() - days * dayLength <= now.getTime())
  return due === undefined || until <= now || (told !== null && told <= due) ? null : due
}

/** When the clock next has to look at something that ends at `until`: at its reminders and at the moment itself. */
export const momentsOf = (until: Date, now: Date): Date[] =>
  [...stages, 0].map((days) => new Date(until.getTime() - days * dayLength)).filter((moment) => moment > now)
