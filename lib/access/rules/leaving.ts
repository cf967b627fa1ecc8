/** How somebody stands to a request whose project they were out of at some moment. */
export type Leaving = {
  /** Since when they are a member of the request; null: they are none. */
  readonly joinedAt: Date | null
  /** Whether they take part in the project again. */
  readonly isInProject: boolean
  readonly isApplicant: boolean
}

/**
 * Whether somebody goes out of a request with the project that they left at `outAt`. Not who came to it since, by a link of its own: who
 * never was of the project uses data as a guest. Nor who leads it: the request would have nobody; they use nothing by it meanwhile (the
 * verdict asks whether they are of the project), and another member leads it or they come back.
 */
export const goesWithProject = ({ joinedAt, isInProject, isApplicant }: Leaving, outAt: Date): boolean =>
  joinedAt !== null && joinedAt <= outAt && !isInProject && !isApplicant
