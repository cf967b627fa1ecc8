import type { Assignment } from './assignments'

/** A running round as far as its panel goes: what each who was asked has answered. */
type Panel = readonly { readonly roundId: string | null; readonly state: string }[]

/** Whether a round still takes deciders: from its first answer on nobody is added who could turn what stands. */
export const takesMore = (tasks: Panel, round: string): boolean =>
  !tasks.some(({ roundId, state }) => roundId === round && state === 'answered')

/** Whether somebody handles a dataset among these workflows, now or as whoever stands in. */
export const isHandlerAmong = (assignments: readonly Assignment[], personId: string): boolean =>
  assignments.some(
    ({ role, personId: own, deputyId }) => role === 'handler' && (own === personId || deputyId === personId),
  )

type Coming = { readonly id: string; readonly invitedById: string; readonly assignments: readonly Assignment[] }

/** Whether somebody may come into a round by a mailed link: not who sent it, nor who handles the request; they ask, others decide. */
export const mayComeToDecide = ({ id, invitedById, assignments }: Coming): boolean =>
  id !== invitedById && !isHandlerAmong(assignments, id)
