/** Who asks: everybody who would use the data or takes part in the project, and the institution. */
export type Askers = {
  readonly memberIds: ReadonlySet<string>
  /** Everybody who takes part in the project, its principal investigator among them. */
  readonly projectIds: ReadonlySet<string>
  /** ROR address of the project's institution, where it has one. */
  readonly institution: string | null
}

export type Conflict = 'own-request' | 'own-project' | 'own-institution'

/**
 * Why somebody may not handle, review or decide: the request or the project is theirs, or, where the workflow says so, the
 * institution is. Null: nothing stands in the way.
 */
export function conflictOf(
  person: { readonly id: string; readonly organisation: string | null },
  { memberIds, projectIds, institution }: Askers,
  barsOwnInstitute: boolean,
): Conflict | null {
  if (memberIds.has(person.id)) return 'own-request'
  if (projectIds.has(person.id)) return 'own-project'
  const same = person.organisation !== null && person.organisation === institution
  return barsOwnInstitute && same ? 'own-institution' : null
}
