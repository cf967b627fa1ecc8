/** A wish for more time as far as it was answered: by the handlers of these workflows. */
export type Wish = { readonly grantedFor: readonly string[]; readonly declinedFor: readonly string[] }
export type Answered = 'granted' | 'declined'

type Grant = { readonly datasetId: string; readonly endedAt: Date | null }
type Item = { readonly datasetId: string; readonly workflowId: string }

/** The workflows whose handlers a wish for more time is for: those of grants that were not ended. */
export const wishedOf = (grants: readonly Grant[], items: readonly Item[]): string[] => {
  const flows = new Map(items.map(({ datasetId, workflowId }) => [datasetId, workflowId]))
  return [
    ...new Set(grants.filter(({ endedAt }) => endedAt === null).flatMap(({ datasetId }) => flows.get(datasetId) ?? [])),
  ]
}

/** The workflows that have not answered a wish yet. */
export const unanswered = (wished: readonly string[], { grantedFor, declinedFor }: Wish): string[] =>
  wished.filter((id) => !grantedFor.includes(id) && !declinedFor.includes(id))

/** For which workflows somebody answers who handles these: of what is unanswered their own; where nothing is left unanswered, all they handle. */
export const answeredBy = (wished: readonly string[], wish: Wish, handles: readonly string[]): string[] => {
  const left = unanswered(wished, wish)
  return left.length === 0 ? [...handles] : left.filter((id) => handles.includes(id))
}

/** A wish with one answer more: it stays open for the handlers of others; it is granted where anybody has granted it. */
export function withAnswer(wished: readonly string[], wish: Wish, by: readonly string[], as: Answered) {
  const granted = [...new Set([...wish.grantedFor, ...(as === 'granted' ? by : [])])]
  const declined = [...new Set([...wish.declinedFor, ...(as === 'declined' ? by : [])])]
  // Who gave more time and then declines, or the other way, has given some.
  const next = { grantedFor: granted, declinedFor: declined.filter((id) => !granted.includes(id)) }
  const isOver = unanswered(wished, next).length === 0
  const state = isOver ? (next.grantedFor.length > 0 ? ('granted' as const) : ('declined' as const)) : ('open' as const)
  return { ...next, state }
}
