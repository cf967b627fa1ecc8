import { lifeOf } from '@/lib/projects/rules/periods'

const dayLength = 86_400_000
/** Days before its end from which something is told to end soon: those of the first reminder. */
const soonDays = 90

/** What a grant of a request would rest on besides the form: read at one moment, before anything is granted. */
export type RestingFacts = {
  /** Each dataset: how the named approval covers it (a word of it where it does not), and until when. */
  readonly ethics: readonly { readonly slug: string; readonly word: string; readonly until: Date | null }[]
  readonly project: { readonly state: string; readonly startsAt: Date; readonly endsAt: Date }
  /** The agreements that the project has to have and that are not in force. */
  readonly missingAgreements: readonly string[]
  /** Each member: whether the account is open, whether the hub's user terms wait, and how many terms of access do. */
  readonly members: readonly {
    readonly name: string
    readonly accountOpen: boolean
    readonly owesUserTerms: boolean
    readonly owedTerms: number
  }[]
  /** Until when the data are wished for: what ends before is told. */
  readonly wantedUntil: Date | null
}

/** One condition of a grant, as it stands: it holds, ends soon or before the day wished for, or fails. */
export type Resting = {
  readonly on: 'ethics' | 'project' | 'agreements' | 'account' | 'user-terms' | 'terms'
  readonly verdict: 'ok' | 'soon' | 'no'
  /** The dataset or person that it is about; null where it is about all. */
  readonly about: string | null
  /** A word of its state, or how many. */
  readonly word: string | number | null
  readonly until: Date | null
}

const ending = (until: Date | null, wanted: Date | null, now: Date): 'ok' | 'soon' =>
  until !== null && (until.getTime() - now.getTime() < soonDays * dayLength || (wanted !== null && until < wanted))
    ? 'soon'
    : 'ok'

/** What each member lacks; one line for all where nobody lacks anything. */
function ofMembers(members: RestingFacts['members']): Resting[] {
  const failing = members.flatMap(({ name: about, accountOpen, owesUserTerms, owedTerms }): Resting[] => [
    ...(accountOpen ? [] : [{ on: 'account', verdict: 'no', about, word: null, until: null } as const]),
    ...(owesUserTerms ? [{ on: 'user-terms', verdict: 'no', about, word: null, until: null } as const] : []),
    ...(owedTerms > 0 ? [{ on: 'terms', verdict: 'no', about, word: owedTerms, until: null } as const] : []),
  ])
  return failing.length > 0 ? failing : [{ on: 'terms', verdict: 'ok', about: null, word: null, until: null }]
}

/** Every condition that a grant would rest on, in the order in which they are looked at: approval, project, agreements, members. */
export function restingOn(facts: RestingFacts, now: Date): Resting[] {
  const { ethics, project, missingAgreements, members, wantedUntil } = facts
  const life = lifeOf(project, now)
  return [
    ...ethics.map(
      ({ slug, word, until }): Resting => ({
        on: 'ethics',
        verdict: word === 'covered' ? ending(until, wantedUntil, now) : 'no',
        about: slug,
        word,
        until: word === 'covered' ? until : null,
      }),
    ),
    {
      on: 'project',
      verdict: life === 'running' ? ending(project.endsAt, wantedUntil, now) : 'no',
      about: null,
      word: life,
      until: life === 'running' ? project.endsAt : null,
    },
    ...(missingAgreements.length > 0
      ? missingAgreements.map((word): Resting => ({ on: 'agreements', verdict: 'no', about: null, word, until: null }))
      : [{ on: 'agreements', verdict: 'ok', about: null, word: null, until: null } as const]),
    ...ofMembers(members),
  ]
}
