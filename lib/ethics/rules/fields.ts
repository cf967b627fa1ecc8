import type { Day } from './days'
import type { Decision } from './status'

/** Everything that a version of an approval says. */
export type Content = {
  readonly country: string
  readonly number: string
  readonly authority: string
  readonly title: string
  readonly decision: Decision
  readonly conditions: string
  readonly decidedOn: Day
  readonly legalForceOn: Day | null
  readonly startedOn: Day | null
  readonly endsOn: Day | null
  readonly responsibleResearcher: string
  readonly principalOrganisation: string
  readonly sites: readonly string[]
  readonly purposes: string
  readonly dataDescription: string
  readonly claimedDatasets: readonly string[]
}

/** What an ethics officer compares with the documents, in the order of the page. */
export const checkedFields = [
  'number',
  'country',
  'authority',
  'title',
  'decision',
  'conditions',
  'decidedOn',
  'legalForceOn',
  'startedOn',
  'endsOn',
  'responsibleResearcher',
  'principalOrganisation',
  'sites',
  'purposes',
  'dataDescription',
  'claimedDatasets',
] as const satisfies readonly (keyof Content)[]
export type CheckedField = (typeof checkedFields)[number]

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const unordered = (value: unknown) => (Array.isArray(value) ? value.toSorted() : value)

/** The fields in which two versions differ; the order of sites and datasets says nothing. */
export const differing = (a: Content, b: Content): CheckedField[] =>
  checkedFields.filter((field) => !same(unordered(a[field]), unordered(b[field])))

/** Whether a field says anything that could be compared: an empty one is confirmed by its absence, together with the rest. */
function saysSomething(content: Content, field: CheckedField): boolean {
  const value = content[field]
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
}

/**
 * The fields that an officer must confirm before a version counts: each that says something the first time, and after that each in
 * which it differs from the version that governs, emptied ones too.
 */
export const fieldsToCheck = (content: Content, governing: Content | null): CheckedField[] =>
  governing === null ? checkedFields.filter((field) => saysSomething(content, field)) : differing(governing, content)
