// A vocabulary of made-up words whose frequency falls with the rank (Zipf), drawn the same on every machine.

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const heads = ['b', 'c', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'gl']
const hearts = ['a', 'e', 'o', 'u']
// A vocabulary grows with its texts (Heaps): at a million datasets there must still be words that few of them have.
const VOCABULARY = 400_000

/** The word of a rank: at least three syllables, and an end that the English stemmer leaves alone. */
export function word(rank: number): string {
  // Neighbours in rank must not be neighbours in spelling: an odd factor permutes the numbers below 2^24.
  let rest = Math.imul(rank, 0x5f3759) & 0xffffff
  let spelled = ''
  for (let syllable = 0; syllable < 4; syllable += 1) {
    spelled += `${heads[rest & 15]}${hearts[(rest >> 4) & 3]}`
    rest >>= 6
  }
  return `${spelled}k`
}

/** A rank by Zipf's law: rank r is drawn about 1/r as often as rank 1. */
export const rankOf = (draw: number): number => Math.floor(Math.exp(draw * Math.log(VOCABULARY)))

/** Some words, as often as their ranks say. */
export const words = (draw: () => number, count: number): string =>
  Array.from({ length: count }, () => word(rankOf(draw()))).join(' ')
