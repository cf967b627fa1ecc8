import { expect, test } from 'vitest'
import { permitsTransfer, type TransferVerb, transferEnds, type transferStates } from './transfers'

const verbs = Object.keys(transferEnds) as TransferVerb[]

test.each([
  ['proposed', ['accept', 'decline', 'cancel']],
  ['accepted', ['decline', 'cancel', 'confirm', 'refuse']],
  ['confirmed', []],
  ['declined', []],
  ['cancelled', []],
  ['refused', []],
] as const)('a transfer that is %s can be met by %j', (state, expected) => {
  expect(verbs.filter((verb) => permitsTransfer(state, verb))).toEqual(expected)
})

test('no way leads to a confirmed transfer but by both sides and an administrator', () => {
  const ways = (state: (typeof transferStates)[number], way: TransferVerb[]): TransferVerb[][] =>
    state === 'confirmed'
      ? [way]
      : verbs.filter((verb) => permitsTransfer(state, verb)).flatMap((verb) => ways(transferEnds[verb], [...way, verb]))
  expect(ways('proposed', [])).toEqual([['accept', 'confirm']])
})
