import { type DuoId, duoTerms } from '@/lib/catalogue/rules/duo'
import type { DataUse, UseCondition } from '@/lib/catalogue/schema/data-use'
import type { Purpose } from '../schema/duo'
import { diseasesBeyond, judgeModifier, type UseFacts } from './duo-modifiers'
import { type Reason, reason, type Verdict, worst } from './duo-reason'

export type UseVerdict = { readonly verdict: Verdict; readonly reasons: readonly Reason[] }

/** Whether one permission is another, or a narrower case of it, in the ontology. */
export function isWithin(narrow: DuoId, broad: DuoId): boolean {
  for (let at: DuoId | undefined = narrow; at !== undefined; at = duoTerms[at].within as DuoId | undefined)
    if (at === broad) return true
  return false
}

function judgeDiseases({ term, values }: UseCondition, { diseases }: Purpose): Reason {
  if (diseases.length === 0) return reason('needs-a-person', term, 'disease-unnamed', values)
  const beyond = diseasesBeyond(diseases, values)
  return beyond.length === 0
    ? reason('fits', term, 'disease-same', values)
    : reason('needs-a-person', term, 'disease-person', beyond)
}

/**
 * The aim against the permission. General research use is for any research purpose, that into origins included; health research
 * excludes it (the ontology's definitions of GRU and HMB).
 */
function judgeAim(permission: UseCondition, purpose: Purpose): Reason {
  const { term, values } = permission
  const { aim } = purpose
  if (term === 'DUO:0000004') return reason('fits', term, 'no-restriction')
  if (aim === null) return reason('needs-a-person', term, 'no-aim')
  if (term === 'DUO:0000042') return reason('fits', term, 'within')
  if (term === 'DUO:0000011')
    return aim === term ? reason('fits', term, 'within') : reason('conflicts', term, 'only-origins')
  if (aim === 'DUO:0000011') return reason('conflicts', term, 'origins-not-health')
  if (!isWithin(aim, term)) return reason('conflicts', term, 'broader', values)
  return term === 'DUO:0000007' ? judgeDiseases(permission, purpose) : reason('fits', term, 'within')
}

const careTerm: DuoId = 'DUO:0000043'

function judgeCare(conditions: DataUse, { touches }: Purpose): Reason[] {
  if (!touches.includes('clinical-care')) return []
  const isAllowed = conditions.some(({ term }) => term === careTerm || term === 'DUO:0000004')
  return [isAllowed ? reason('fits', careTerm, 'clinical-care') : reason('conflicts', careTerm, 'no-clinical-care')]
}

/** Research that a person judges whatever the conditions say, as data access committees do. */
const judgeTouched = ({ touches }: Purpose): Reason[] =>
  (['paediatric', 'vulnerable', 'stigmatising'] as const)
    .filter((one) => touches.includes(one))
    .map((one) => reason('needs-a-person', null, 'sensitive', [one]))

/**
 * Whether data may be used for a purpose, as far as their conditions and the purpose are stated: the worst of all reasons, and every
 * one of them. Advice for people who decide; it never decides. Null: not stated.
 */
export function judgeUse(conditions: DataUse | null, purpose: Purpose | null, facts: UseFacts): UseVerdict {
  if (conditions === null || purpose === null) {
    const why = conditions === null ? 'unstated' : 'no-purpose'
    return { verdict: 'needs-a-person', reasons: [reason('needs-a-person', null, why)] }
  }
  const permission = conditions.find(({ term }) => duoTerms[term].kind === 'permission')
  const reasons = [
    ...(permission ? [judgeAim(permission, purpose)] : [reason('needs-a-person', null, 'unstated')]),
    ...judgeCare(conditions, purpose),
    ...conditions.flatMap((condition) => judgeModifier(condition, purpose, facts)),
    ...judgeTouched(purpose),
  ]
  return { verdict: worst(reasons), reasons }
}

/** The purpose in terms of the ontology, as other systems read it. */
export function termsOfPurpose({ aim, accepts, touches, organisation, use }: Purpose): readonly DuoId[] {
  const more: [boolean, DuoId][] = [
    [touches.includes('genetic'), 'DUO:0000016'],
    [touches.includes('clinical-care'), careTerm],
    [organisation === 'not-for-profit', 'DUO:0000045'],
    [use === 'non-commercial', 'DUO:0000046'],
  ]
  return [...(aim === null ? [] : [aim]), ...accepts, ...more.flatMap(([holds, term]) => (holds ? [term] : []))]
}
