import { lifeOf } from '@/lib/projects/rules/periods'
import { type GrantPeriod, lifeOfGrant } from './grants'
import { type ItemState, isLive, type State } from './states'

/** One thing that a verdict asks of a grant, as it stands now, for one person. */
export type GrantFacts = GrantPeriod & {
  readonly grantId: string
  readonly requestId: string
  readonly reference: string
  readonly requestState: State
  readonly itemState: ItemState
  readonly isMember: boolean
  readonly endKind: string | null
  /** What was suspended or taken and not given back: from everybody, or from this person alone. */
  readonly bars: readonly { readonly kind: 'suspended' | 'revoked'; readonly personal: boolean }[]
  readonly project: { readonly slug: string; readonly state: string; readonly startsAt: Date; readonly endsAt: Date }
  /** The project's agreements that are not in force. */
  readonly missingAgreements: readonly string[]
  /** When those that it has and needs end; null: none is needed, or one is missing already. */
  readonly agreementsUntil: Date | null
  /** Terms that bind and that this person has not accepted. */
  readonly owedTerms: readonly { readonly subject: string; readonly version: number }[]
  /** When a version that this person has not accepted begins to bind; null: none is published. */
  readonly termsUntil: Date | null
  /** The ethics approval: its state now, whether it covers the dataset, and until when. Null: none is named. */
  readonly ethics: { readonly state: string; readonly covers: boolean; readonly until: Date | null } | null
  /** How the purposes fit the dataset's conditions of use; `resolved`: a handler let a conflict pass, with a reason. */
  readonly use: { readonly fit: string | null; readonly resolved: boolean }
}

/** Everything that decides whether a person may use a dataset at this moment. */
export type AccessFacts = {
  readonly accountOpen: boolean
  /** Whether the hub's user terms bind the person, unaccepted. */
  readonly owesUserTerms: boolean
  /** When a version of them that the person has not accepted begins to bind; null: none is published. */
  readonly userTermsUntil: Date | null
  readonly datasetState: string
  /** Every grant of the dataset by a request that this person belongs or belonged to. */
  readonly grants: readonly GrantFacts[]
}

/** Why not: a code with the ids and numbers that its sentence needs. */
export type Reason = { readonly code: ReasonCode; readonly [detail: string]: string | number | null }

export const reasonCodes = [
  'account-closed',
  'user-terms',
  'dataset-not-published',
  'dataset-withdrawn',
  'no-request',
  'not-approved',
  'not-a-member',
  'to-come',
  'ended',
  'revoked',
  'suspended',
  'suspended-for-you',
  'taken-from-you',
  'terms',
  'ethics-none',
  'ethics-not-valid',
  'ethics-not-covering',
  'project-to-come',
  'project-over',
  'agreements',
  'use-conflict',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

const validEthics: readonly string[] = ['valid', 'valid-with-conditions']

function ofGrant(grant: GrantFacts, now: Date): Reason[] {
  const { requestState, itemState, isMember, endsAt, endedAt, endKind, startsAt } = grant
  const life = lifeOfGrant(grant, now)
  const endedEarly = endedAt !== null && endedAt <= now && endedAt < endsAt
  const over: Reason = endedEarly
    ? { code: endKind === 'revoked' ? 'revoked' : 'ended', day: endedAt.toISOString() }
    : { code: 'ended', day: endsAt.toISOString() }
  return [
    ...(itemState === 'approved' && isLive(requestState)
      ? []
      : [{ code: 'not-approved' as const, state: requestState }]),
    ...(isMember ? [] : [{ code: 'not-a-member' as const }]),
    ...(life === 'over' ? [over] : []),
    ...(life === 'to-come' ? [{ code: 'to-come' as const, day: startsAt.toISOString() }] : []),
  ]
}

const barCode = ({ kind, personal }: GrantFacts['bars'][number]): ReasonCode =>
  !personal ? 'suspended' : kind === 'revoked' ? 'taken-from-you' : 'suspended-for-you'

const ofBars = ({ bars }: GrantFacts): Reason[] => [...new Set(bars.map(barCode))].map((code) => ({ code }))

function ofEthics({ ethics }: GrantFacts, now: Date): Reason[] {
  if (ethics === null) return [{ code: 'ethics-none' }]
  const expired = ethics.until !== null && ethics.until <= now
  const valid = validEthics.includes(ethics.state) && !expired
  return [
    ...(valid ? [] : [{ code: 'ethics-not-valid' as const, state: expired ? 'expired' : ethics.state }]),
    ...(ethics.covers ? [] : [{ code: 'ethics-not-covering' as const }]),
  ]
}

function ofProject({ project, missingAgreements }: GrantFacts, now: Date): Reason[] {
  const life = lifeOf(project, now)
  const missing = missingAgreements.map((kind) => ({ code: 'agreements' as const, kind }))
  if (life === 'running') return missing
  return [{ code: life === 'over' ? 'project-over' : 'project-to-come', slug: project.slug }, ...missing]
}

const ofTerms = ({ owedTerms }: GrantFacts): Reason[] =>
  owedTerms.map(({ subject, version }) => ({ code: 'terms', subject, version }))

const ofUse = ({ use }: GrantFacts): Reason[] =>
  use.fit === 'conflicts' && !use.resolved ? [{ code: 'use-conflict' }] : []

/** Why a grant does not let this person in now: every reason, in the order in which people would mend them. None: it does. */
const failing = (grant: GrantFacts, now: Date): Reason[] => [
  ...ofGrant(grant, now),
  ...ofBars(grant),
  ...ofProject(grant, now),
  ...ofEthics(grant, now),
  ...ofTerms(grant),
  ...ofUse(grant),
]

/** What ends a use by itself: the grant, or something that it rests on. */
export type Ending = 'grant' | 'project' | 'ethics' | 'agreements' | 'terms' | 'account'

/** When a grant that lets in now ceases to, if nothing is changed, and by what; by the grant itself where that ends as soon. */
export function firstEnd(
  { endsAt, endedAt, project, ethics, agreementsUntil, termsUntil }: GrantFacts,
  { userTermsUntil }: Pick<AccessFacts, 'userTermsUntil'>,
): { readonly at: Date; readonly by: Ending } {
  const beneath: readonly [Ending, Date | null][] = [
    ['grant', endedAt],
    ['project', project.endsAt],
    ['ethics', ethics?.until ?? null],
    ['agreements', agreementsUntil],
    ['terms', termsUntil],
    ['account', userTermsUntil],
  ]
  return beneath.reduce<{ at: Date; by: Ending }>(
    (first, [by, at]) => (at !== null && at < first.at ? { at, by } : first),
    { at: endsAt, by: 'grant' },
  )
}

/** What a verdict says of one grant. */
export type GrantVerdict = {
  readonly grantId: string
  readonly requestId: string
  readonly reference: string
  readonly reasons: readonly Reason[]
  readonly until: Date
}

export type Verdict =
  | { readonly may: true; readonly until: Date; readonly grant: GrantVerdict; readonly grants: readonly GrantVerdict[] }
  | { readonly may: false; readonly reasons: readonly Reason[]; readonly grants: readonly GrantVerdict[] }

const ofPerson = ({ accountOpen, owesUserTerms, datasetState }: AccessFacts): Reason[] => [
  ...(accountOpen ? [] : [{ code: 'account-closed' as const }]),
  ...(datasetState === 'withdrawn' ? [{ code: 'dataset-withdrawn' as const }] : []),
  ...(datasetState === 'draft' ? [{ code: 'dataset-not-published' as const }] : []),
  ...(owesUserTerms ? [{ code: 'user-terms' as const }] : []),
]

/**
 * Whether a person may use a dataset at this moment: the one live verdict (domain, "Data access requests"). Yes, with the grant it
 * rests on and until when, if some grant lets them in and nothing of theirs or the dataset's stands against it; else no, with every
 * reason that fails of the grant that is nearest to letting them in, and of each grant besides. Total: it answers whatever the facts.
 */
export function judgeAccess(facts: AccessFacts, now: Date): Verdict {
  const own = ofPerson(facts)
  const grants = facts.grants.map((grant) => {
    const { grantId, requestId, reference } = grant
    return { grantId, requestId, reference, reasons: failing(grant, now), until: firstEnd(grant, facts).at }
  })
  const open = grants.filter(({ reasons }) => reasons.length === 0)
  const longest = open.reduce<GrantVerdict | null>((best, one) => (best && best.until >= one.until ? best : one), null)
  if (own.length === 0 && longest) return { may: true, until: longest.until, grant: longest, grants }
  const nearest = grants.reduce<GrantVerdict | null>(
    (best, one) => (best && best.reasons.length <= one.reasons.length ? best : one),
    null,
  )
  return { may: false, reasons: [...own, ...(nearest?.reasons ?? [{ code: 'no-request' as const }])], grants }
}
