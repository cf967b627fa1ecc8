// Chance that can be repeated: the same seed makes the same choices in the same order.

export interface Chance {
  /** A whole number from 0, below `below`. */
  below: (below: number) => number
  /** Whether something of this probability happens. */
  happens: (probability: number) => boolean
  /** One of them. */
  of: <T>(choices: readonly T[]) => T
  /** `count` different ones of them, or all where there are fewer. */
  some: <T>(count: number, choices: readonly T[]) => T[]
  /** A name by its weight. */
  weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name
}

/** Numbers in [0, 1) by mulberry32 (32 bits of state, period 2^32): enough to draw with, and the same on every machine. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Chance from a seed; `stream` tells apart what draws side by side. */
export function chanceOf(seed: number, stream = 0): Chance {
  const next = mulberry(Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b))
  const below = (most: number) => Math.floor(next() * most)
  const of = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new Error('nothing to choose from')
    return choices[below(choices.length)] as T
  }
  return {
    below,
    of,
    happens: (probability) => next() < probability,
    some: (count, choices) => {
      const rest = [...choices]
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(below(rest.length), 1)).flat()
    },
    weighted: (weights) => {
      const names = Object.keys(weights) as (keyof typeof weights)[]
      let at = next() * names.reduce((sum, name) => sum + weights[name], 0)
      for (const name of names) {
        at -= weights[name]
        if (at < 0) return name
      }
      return names.at(-1) as keyof typeof weights
    },
  }
}
