/** What a request needs before it can be submitted, each with why it is asked (in messages under `access.check.<key>`). */
export const checks = ['title', 'datasets', 'until', 'ethics', 'answers', 'terms'] as const
export type CheckKey = (typeof checks)[number]

export type DraftFacts = {
  readonly title: string
  /** The state in the catalogue of each dataset that is asked for. */
  readonly datasets: readonly string[]
  readonly wantedUntil: Date | null
  readonly ethicsApprovalId: string | null
  /** How many answers of the form are missing or wrong; null: no form was published, so nothing is asked. */
  readonly wrongAnswers: number | null
  /** Versions of terms that whoever submits has not accepted. */
  readonly owedTerms: number
}

export type Check = { readonly key: CheckKey; readonly done: boolean }

const isAsked = (state: string): boolean => state === 'published'

/** The checklist of a draft for whoever would submit it now: what is done and what is missing. */
export function checklistOf(draft: DraftFacts, now: Date): Check[] {
  const { title, datasets, wantedUntil, ethicsApprovalId, wrongAnswers, owedTerms } = draft
  const done: Record<CheckKey, boolean> = {
    title: title.trim() !== '',
    datasets: datasets.length > 0 && datasets.every(isAsked),
    until: wantedUntil !== null && wantedUntil > now,
    ethics: ethicsApprovalId !== null,
    answers: (wrongAnswers ?? 0) === 0,
    terms: owedTerms === 0,
  }
  return checks.map((key) => ({ key, done: done[key] }))
}

/** The keys that are missing. */
export const missingOf = (list: readonly Check[]): CheckKey[] => list.filter(({ done }) => !done).map(({ key }) => key)
