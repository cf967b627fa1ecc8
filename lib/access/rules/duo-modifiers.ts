import { type DuoId, duoTerms } from '@/lib/catalogue/rules/duo'
import { mondoIn, rorIn, type UseCondition } from '@/lib/catalogue/schema/data-use'
import { wordKey } from '@/lib/catalogue/schema/text'
import type { Purpose } from '../schema/duo'
import { placesOutside } from './duo-places'
import { type Reason, reason } from './duo-reason'

/** What is known of a request besides its purpose. Null: not known. */
export type UseFacts = { readonly ethicsApproval: boolean | null }

type Judge = (condition: UseCondition, purpose: Purpose, facts: UseFacts) => readonly Reason[]

const organisation = ({ term }: UseCondition, { organisation: one }: Purpose): Reason[] => {
  if (one === null) return [reason('needs-a-person', term, 'organisation-unsaid')]
  return [one === 'for-profit' ? reason('conflicts', term, 'for-profit') : reason('fits', term, 'not-for-profit')]
}

const use = ({ term }: UseCondition, { use: one }: Purpose): Reason[] => {
  if (one === null) return [reason('needs-a-person', term, 'use-unsaid')]
  return [one === 'commercial' ? reason('conflicts', term, 'commercial') : reason('fits', term, 'non-commercial')]
}

/** The applicant must agree to it; what exactly the dataset asks for is named. */
const agreed: Judge = ({ term, values }, { accepts }) => [
  accepts.some((one) => one === term)
    ? reason('fits', term, 'accepted', values)
    : reason('conflicts', term, 'not-accepted', values),
]

/** Only somebody of the hub knows who or which project is meant, or whether the research is of that kind. */
const person: Judge = ({ term, values }) => [reason('needs-a-person', term, 'words-person', values)]

const ethics: Judge = ({ term }, _, { ethicsApproval }) => {
  if (ethicsApproval === null) return [reason('needs-a-person', term, 'ethics-unsaid')]
  return [ethicsApproval ? reason('fits', term, 'ethics-there') : reason('conflicts', term, 'ethics-missing')]
}

const country: Judge = ({ term, values }, { countries }) => {
  if (countries.length === 0) return [reason('needs-a-person', term, 'country-unsaid', values)]
  const outside = placesOutside(countries, values)
  return [
    outside.length > 0
      ? reason('conflicts', term, 'country-outside', outside)
      : reason('fits', term, 'country-inside', values),
  ]
}

const institution: Judge = ({ term, values }, { institution: one }) => {
  if (one === null) return [reason('needs-a-person', term, 'institution-person', values)]
  const ror = rorIn(one)
  const isSame = values.some((value) => (ror !== null && rorIn(value) === ror) || wordKey(value) === wordKey(one))
  if (isSame) return [reason('fits', term, 'institution-same', values)]
  // Two ROR ids that differ are two institutions; of names that differ nobody knows without looking.
  const isOther = ror !== null && values.every((value) => rorIn(value) !== null)
  return [
    reason(
      isOther ? 'conflicts' : 'needs-a-person',
      term,
      isOther ? 'institution-other' : 'institution-person',
      values,
    ),
  ]
}

const time: Judge = ({ term, values }, { months }) => {
  if (months === null) return [reason('needs-a-person', term, 'time-unsaid', values)]
  return [
    reason(
      months > Number(values[0]) ? 'conflicts' : 'fits',
      term,
      months > Number(values[0]) ? 'time-beyond' : 'time-within',
      values,
    ),
  ]
}

/** How each modifier is judged. A modifier adds reasons and never takes one away. */
const judges: Partial<Record<DuoId, Judge>> = {
  'DUO:0000012': person,
  'DUO:0000015': ({ term }, { touches }) => [
    touches.includes('methods') ? reason('conflicts', term, 'methods') : reason('fits', term, 'no-methods'),
  ],
  'DUO:0000016': ({ term }, { touches }) => [
    touches.includes('genetic') ? reason('fits', term, 'genetic') : reason('conflicts', term, 'not-genetic'),
  ],
  'DUO:0000018': (condition, purpose) => [...organisation(condition, purpose), ...use(condition, purpose)],
  'DUO:0000019': agreed,
  'DUO:0000020': agreed,
  'DUO:0000021': ethics,
  'DUO:0000022': country,
  'DUO:0000024': agreed,
  'DUO:0000025': time,
  'DUO:0000026': person,
  'DUO:0000027': person,
  'DUO:0000028': institution,
  'DUO:0000029': agreed,
  'DUO:0000044': ({ term }, { aim }) => [
    aim === 'DUO:0000011' ? reason('conflicts', term, 'origins-prohibited') : reason('fits', term, 'no-origins'),
  ],
  'DUO:0000045': organisation,
  'DUO:0000046': use,
}

/** What a modifier has to say of a purpose; a permission, and one that only widens, nothing. */
export const judgeModifier: Judge = (condition, purpose, facts) =>
  duoTerms[condition.term].kind === 'permission' ? [] : (judges[condition.term]?.(condition, purpose, facts) ?? [])

/** Which diseases of the purpose are not literally among those of the dataset: of them a person must say whether they are kinds of one. */
export function diseasesBeyond(wanted: readonly string[], allowed: readonly string[]): readonly string[] {
  const same = (a: string, b: string) => (mondoIn(a) !== null && mondoIn(a) === mondoIn(b)) || wordKey(a) === wordKey(b)
  return wanted.filter((disease) => !allowed.some((one) => same(one, disease)))
}
