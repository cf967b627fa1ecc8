/** What a project may have and has, in GPU weeks. */
export type Budget = { readonly budget: number; readonly used: number }

/** What is left to spend: never less than nothing, also where a budget shrank. */
export const leftOf = ({ budget, used }: Budget): number => Math.max(0, budget - used)

/** What a wish costs: `adds` is nothing for a slot week that is held for the project already, since a hold counts. */
export type Wish<Key> = { readonly key: Key; readonly adds: number }

/**
 * Which of the wanted slot weeks would fit into what is left: taken in their order, leaving out what does not fit any more. Nothing
 * fits what is over already.
 */
export function fitting<Key>(wishes: readonly Wish<Key>[], of: Budget): Key[] {
  const fits: Key[] = []
  let rest = of.budget - of.used
  for (const { key, adds } of wishes) {
    if (rest < 0 || adds > rest) continue
    rest -= adds
    fits.push(key)
  }
  return fits
}

export const costOf = (wishes: readonly Wish<unknown>[]): number => wishes.reduce((sum, { adds }) => sum + adds, 0)

/** Whether the wishes take the project over its budget. Equal is fine; what is over already admits nothing, not even what adds nothing. */
export const exceeds = ({ budget, used }: Budget, adds: number): boolean => used + adds > budget

/**
 * Whether a move takes the project over: on its net, `from` GPUs given up and `adds` taken on (nothing where the new slot week is held for
 * it already). One to a slot of no more GPUs always may, also where a budget shrank.
 */
export const moveExceeds = ({ budget, used }: Budget, from: number, to: number, adds: number): boolean =>
  to > from && used - from + adds > budget
