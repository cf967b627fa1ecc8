import type { Assignment } from './assignments'
import type { Asked } from './roles'

/** Who works on a request at the hub, as far as that is kept with it. */
type Working = {
  readonly assignments: readonly Assignment[]
  readonly request: { readonly tasks: readonly Pick<Asked, 'personId' | 'state'>[] }
}

/**
 * Whether somebody handles, reviews or decides a request, stands in for who does, or was asked about it: they are not made one of those
 * who ask by the hub's own doing, which would take them from their work or let them use what they judge.
 */
export const worksOn = ({ assignments, request }: Working, personId: string): boolean =>
  assignments.some((one) => one.personId === personId || one.deputyId === personId) ||
  request.tasks.some((task) => task.personId === personId && (task.state === 'open' || task.state === 'answered'))
