/** What can be done with a version, by whom. `keeper`: the PI or who holds the authority; `officer`: an ethics officer outside the project. */
export const permits = {
  draft: { keeper: ['change', 'submit', 'document', 'discard'], officer: [] },
  submitted: { keeper: ['take-back'], officer: ['verify', 'return'] },
  verified: { keeper: ['change', 'document'], officer: [] },
  returned: { keeper: ['change', 'document'], officer: [] },
} as const satisfies Record<string, { keeper: readonly string[]; officer: readonly string[] }>

export type VersionState = keyof typeof permits
export type VersionVerb = (typeof permits)[VersionState][keyof (typeof permits)[VersionState]][number]

/** What the state lets somebody do, as whom they do it. */
export const permitted = (state: VersionState, as: 'keeper' | 'officer'): readonly VersionVerb[] => permits[state][as]

/** Whether the state lets somebody do this, whoever they are. */
export const allows = (state: VersionState, verb: VersionVerb): boolean =>
  Object.values(permits[state]).some((verbs: readonly VersionVerb[]) => verbs.includes(verb))
