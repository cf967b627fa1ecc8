import { isInForce, type Signed } from './in-force'

/** What can be done with a signed document, by whom. `signatory`: who signs for the project. `hub`: an administrator outside it. */
export const permits = {
  submitted: { signatory: ['withdraw'], hub: ['countersign', 'return'] },
  countersigned: { signatory: [], hub: ['terminate'] },
  withdrawn: { signatory: [], hub: [] },
  returned: { signatory: [], hub: [] },
  terminated: { signatory: [], hub: [] },
} as const satisfies Record<string, { signatory: readonly string[]; hub: readonly string[] }>

export type DocumentState = keyof typeof permits
export type DocumentVerb = (typeof permits)[DocumentState][keyof (typeof permits)[DocumentState]][number]

/** Whether the state lets somebody do this, whoever they are. */
export const allows = (state: DocumentState, verb: DocumentVerb): boolean =>
  Object.values(permits[state]).some((verbs: readonly DocumentVerb[]) => verbs.includes(verb))

export type DocumentStanding =
  | Exclude<DocumentState, 'countersigned'>
  | 'expired'
  | 'other-institution'
  | 'in-force'
  | 'to-come'

/**
 * How a document stands at this moment, in one word: what its state says, and of a countersigned one whether its time has come, is
 * over, or whether the project has moved to another institution since.
 */
export function standingOfDocument(
  document: Signed & { state: DocumentState },
  institutionName: string,
  now: Date,
): DocumentStanding {
  if (document.state !== 'countersigned') return document.state
  if (document.validUntil !== null && document.validUntil <= now) return 'expired'
  if (document.institutionName !== institutionName) return 'other-institution'
  return isInForce(document, institutionName, now) ? 'in-force' : 'to-come'
}
