import { type AccessFacts, judgeAccess, type Reason, type ReasonCode } from './verdict'

/** What a grant rests on, each part with what fails of it. */
export const parts = [
  'grant',
  'request',
  'dataset',
  'ethics',
  'use',
  'project',
  'agreements',
  'membership',
  'terms',
  'account',
] as const
export type Part = (typeof parts)[number]

/** On which part each rests: the grant on the request, the request on the rest, a member’s use on what is theirs. */
export const restsOn: Readonly<Record<Exclude<Part, 'grant'>, Part>> = {
  request: 'grant',
  dataset: 'request',
  ethics: 'request',
  use: 'request',
  project: 'request',
  agreements: 'project',
  membership: 'request',
  terms: 'membership',
  account: 'membership',
}

/** Of which part each reason of the verdict tells that it fails. */
export const partOf: Readonly<Record<ReasonCode, Part>> = {
  'account-closed': 'account',
  'user-terms': 'account',
  'dataset-not-published': 'dataset',
  'dataset-withdrawn': 'dataset',
  'no-request': 'request',
  'not-approved': 'request',
  'not-a-member': 'membership',
  'to-come': 'grant',
  ended: 'grant',
  revoked: 'grant',
  suspended: 'grant',
  'suspended-for-you': 'grant',
  'taken-from-you': 'grant',
  terms: 'terms',
  'ethics-none': 'ethics',
  'ethics-not-valid': 'ethics',
  'ethics-not-covering': 'ethics',
  'project-to-come': 'project',
  'project-over': 'project',
  agreements: 'agreements',
  'use-conflict': 'use',
}

/** One part as it stands now: what fails of it, and when it ends by itself where that is known. */
export type PartState = { readonly part: Part; readonly reasons: readonly Reason[]; readonly until: Date | null }

export type Basis = {
  /** Whether the person may use the dataset by this grant: every part holds. */
  readonly may: boolean
  readonly until: Date | null
  readonly parts: readonly PartState[]
}

/** What one person’s use of a dataset by one grant rests on: the verdict, taken apart. */
export function basisOf(facts: AccessFacts, grantId: string, now: Date): Basis {
  const grants = facts.grants.filter((one) => one.grantId === grantId)
  const verdict = judgeAccess({ ...facts, grants }, now)
  const [grant] = grants
  // A grant with which somebody has nothing to do any more says of itself that they are no member.
  const failing: readonly Reason[] = verdict.may
    ? []
    : grant
      ? verdict.reasons
      : verdict.reasons.map((one) => (one.code === 'no-request' ? { code: 'not-a-member' as const } : one))
  const untils: Partial<Record<Part, Date | null>> = grant
    ? {
        grant: grant.endedAt !== null && grant.endedAt < grant.endsAt ? grant.endedAt : grant.endsAt,
        ethics: grant.ethics?.until ?? null,
        project: grant.project.endsAt,
        agreements: grant.agreementsUntil,
        terms: grant.termsUntil,
        account: facts.userTermsUntil,
      }
    : {}
  const states = parts.map((part) => ({
    part,
    reasons: failing.filter(({ code }) => partOf[code] === part),
    until: untils[part] ?? null,
  }))
  return { may: verdict.may, until: verdict.may ? verdict.until : null, parts: states }
}
