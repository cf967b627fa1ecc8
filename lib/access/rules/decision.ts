/** How a round of deciders is decided, and what a missed deadline does. */
export const decisionRules = ['one', 'majority', 'all'] as const
export type DecisionRule = (typeof decisionRules)[number]
export const deadlineRules = ['remind', 'hand-back'] as const
export type DeadlineRule = (typeof deadlineRules)[number]

export const answers = ['approve', 'reject', 'abstain'] as const
export type Answer = (typeof answers)[number]

/** A round as the rule sees it. `answers`: of each who is asked, null while they have not answered. */
export type Round = {
  readonly rule: DecisionRule
  /** How many have to answer before there is an outcome. */
  readonly quorum: number
  readonly answers: readonly (Answer | null)[]
  readonly dueAt: Date
  readonly onDeadline: DeadlineRule
}

/** `open`: it goes on. `undecided`: it is over without an outcome, and the handler is to say what now. */
export type Outcome = 'approve' | 'reject' | 'undecided' | 'open'

/** What the answers say by the rule alone; null while an answer that is missing could still change it. */
function byRule(rule: DecisionRule, yes: number, no: number, missing: number, asked: number): Answer | 'tie' | null {
  if (rule === 'one') return yes > no ? 'approve' : no > yes ? 'reject' : missing === 0 ? 'tie' : null
  if (rule === 'all') return no > 0 ? 'reject' : yes === asked ? 'approve' : missing === 0 ? 'tie' : null
  if (yes > no + missing) return 'approve'
  if (no > yes + missing) return 'reject'
  return missing === 0 ? 'tie' : null
}

/**
 * How a round stands at this moment. `one`: the first who does not abstain; `majority`: more for than against, once nobody's answer
 * can change it; `all`: each who was asked, one against suffices to reject. Never before the quorum has answered. A deadline that
 * was missed never approves: what the answers did not decide in time is handed back undecided, or goes on where the workflow reminds.
 */
export function judgeRound({ rule, quorum, answers: given, dueAt, onDeadline }: Round, now: Date): Outcome {
  const count = (wanted: Answer | null) => given.filter((answer) => answer === wanted).length
  const missing = count(null)
  const answered = given.length - missing
  const reached = given.length > 0 && answered >= quorum
  const said = reached ? byRule(rule, count('approve'), count('reject'), missing, given.length) : null
  if (said === 'approve' || said === 'reject') return said
  if (missing === 0) return 'undecided'
  return now >= dueAt && onDeadline === 'hand-back' ? 'undecided' : 'open'
}
