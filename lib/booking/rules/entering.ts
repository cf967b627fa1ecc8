/** Somebody who takes part in a project, with what decides whether their keys are let in. */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly isActive: boolean
  /** They have not accepted the user terms that bind now. */
  readonly owesTerms: boolean
}

/** Why somebody's keys are not let in; null: they are, if there are any. */
export type Barred = 'account-closed' | 'user-terms'

export const barredFrom = ({ isActive, owesTerms }: Candidate): Barred | null =>
  isActive ? (owesTerms ? 'user-terms' : null) : 'account-closed'

/** Which agreements of a project this machine asks for: the DPA concerns personal data only. */
export const demandedOf = <Kind extends string>(missing: readonly Kind[], personalData: boolean): Kind[] =>
  personalData ? [...missing] : missing.filter((kind) => kind !== 'dpa')
