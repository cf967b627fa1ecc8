import type { DuoId } from '@/lib/catalogue/rules/duo'

/** From the best to the worst. `needs-a-person`: what is stated does not settle it, or somebody must judge it in any case. */
export const verdicts = ['fits', 'needs-a-person', 'conflicts'] as const
export type Verdict = (typeof verdicts)[number]

/** Why, in a code whose sentence stands in the messages (`access.duo.why.<why>`), about which term of the dataset. */
export type Reason = {
  readonly verdict: Verdict
  readonly term: DuoId | null
  readonly why: Why
  /** What the sentence names: texts as they were written, or country codes. */
  readonly values: readonly string[]
}

export const whys = [
  'unstated',
  'no-purpose',
  'no-aim',
  'no-restriction',
  'within',
  'broader',
  'origins-not-health',
  'only-origins',
  'disease-same',
  'disease-person',
  'disease-unnamed',
  'clinical-care',
  'no-clinical-care',
  'sensitive',
  'methods',
  'no-methods',
  'genetic',
  'not-genetic',
  'origins-prohibited',
  'no-origins',
  'organisation-unsaid',
  'for-profit',
  'not-for-profit',
  'use-unsaid',
  'commercial',
  'non-commercial',
  'accepted',
  'not-accepted',
  'ethics-there',
  'ethics-missing',
  'ethics-unsaid',
  'country-inside',
  'country-outside',
  'country-unsaid',
  'institution-same',
  'institution-other',
  'institution-person',
  'time-within',
  'time-beyond',
  'time-unsaid',
  'words-person',
] as const
export type Why = (typeof whys)[number]

export const reason = (
  verdict: Verdict,
  term: DuoId | null,
  why: Why,
  values: readonly (string | number)[] = [],
): Reason => ({ verdict, term, why, values: values.map(String) })

/** The worst of several verdicts; of none, that it fits. */
export const worst = (reasons: readonly Pick<Reason, 'verdict'>[]): Verdict =>
  reasons.reduce<Verdict>(
    (so, { verdict }) => (verdicts.indexOf(verdict) > verdicts.indexOf(so) ? verdict : so),
    'fits',
  )
