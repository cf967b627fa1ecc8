import { type Holders, holding } from './assignments'
import { type Askers, conflictOf } from './conflict'

/** Whether who was asked may still answer: they came by a mailed link, or hold the hub role that it takes. */
export const mayAnswer = (
  { kind, personId, invited }: { kind: string; personId: string; invited: boolean },
  holders: Holders,
): boolean => invited || holders.has(holding(kind === 'review' ? 'reviewer' : 'decider', personId))

/** Who of these has no interest of their own. `organisations`: of those whose account is open. */
export const notInConflict = (
  people: readonly string[],
  askers: Askers,
  organisations: ReadonlyMap<string, string | null>,
  barsOwnInstitute: boolean,
): string[] =>
  people.filter((id) => {
    const organisation = organisations.get(id)
    return organisation !== undefined && conflictOf({ id, organisation }, askers, barsOwnInstitute) === null
  })
