import { expect, it } from 'vitest'
import { reachedBy, suspensionMeant } from './lifting'

const bar = (id: string, personId: string | null, kind = 'suspended') => ({ id, personId, kind })
const grants = [
  { id: 'a', bars: [bar('everybody', null), bar('emil', 'emil'), bar('taken', 'nora', 'revoked')] },
  { id: 'b', bars: [bar('other', null)] },
  { id: 'c', bars: [bar('gone', 'nora', 'revoked')] },
]

it.each([
  ['one by its name', { grant: 'a', bar: 'emil' }, 'emil'],
  ['one by its name alone', { grant: null, bar: 'everybody' }, 'everybody'],
  ['the only one of a grant', { grant: 'b', bar: null }, 'other'],
  ['one of several, without saying which', { grant: 'a', bar: null }, 'which'],
  ['one of another grant', { grant: 'b', bar: 'emil' }, 'none'],
  ['what was taken for good', { grant: 'a', bar: 'taken' }, 'none'],
  ['nothing that suspends', { grant: 'c', bar: null }, 'none'],
  ['nothing at all', { grant: null, bar: null }, 'none'],
  ['a grant that is not there', { grant: 'x', bar: null }, 'none'],
])('lifting %s', (_, meant, expected) => {
  const found = suspensionMeant(grants, meant)
  expect(typeof found === 'string' ? found : found.id).toBe(expected)
})

const standing = { actId: 'act', personId: 'emil', workflowId: 'w', reason: 'Misuse', byId: 'hanna' }

it.each([
  ['whom it stands against', [{ id: 'g', workflowId: 'w' }], ['petra', 'emil'], ['g']],
  [
    'every grant that is given',
    [
      { id: 'g', workflowId: 'w' },
      { id: 'h', workflowId: 'w' },
    ],
    ['emil'],
    ['g', 'h'],
  ],
  ['nobody else', [{ id: 'g', workflowId: 'w' }], ['petra'], []],
  ['no grant of what others handle', [{ id: 'g', workflowId: 'x' }], ['emil'], []],
])('a standing suspension reaches %s', (_, given, people, reached) => {
  const bars = reachedBy(given, people, [standing])
  expect(bars.map(({ grantId }) => grantId)).toEqual(reached)
  expect(bars.every(({ actId, personId, byId }) => actId === 'act' && personId === 'emil' && byId === 'hanna')).toBe(
    true,
  )
})
