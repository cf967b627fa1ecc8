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
  return isMissed({ dueAt, onDeadline }, now) ? 'undecided' : 'open'
}

/** Whether a round is over by its deadline, whoever has noted that: nothing that comes now counts. */
export const isMissed = ({ dueAt, onDeadline }: Pick<Round, 'dueAt' | 'onDeadline'>, now: Date): boolean =>
  onDeadline === 'hand-back' && now >= dueAt

/**
 * What a round becomes with the answer of the one who is asked at that place. `late`: its deadline was missed, and the answer is not taken,
 * be it before or after the clock has closed the round.
 */
export function answerRound(round: Round, place: number, answer: Answer, now: Date): Outcome | 'late' {
  if (isMissed(round, now)) return 'late'
  return judgeRound({ ...round, answers: round.answers.map((one, at) => (at === place ? answer : one)) }, now)
}
