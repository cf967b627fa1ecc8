import { expect, test } from 'vitest'
import { carriedAlong, changesOf, movesGrants } from './edits'

const others = [
  { field: 'title', before: 'Nodes', after: 'Nodes, graded' },
  { field: 'title', before: 'Nodes, graded', after: 'Nodes in grades' },
  { field: 'answers.aims', before: null, after: 'To grade' },
]

test.each([
  ['as the page was drawn', { title: 'Nodes' }, ['title']],
  ['as it was in between', { title: 'Nodes, graded' }, ['title']],
  ['empty as it was', { 'answers.aims': null }, ['answers.aims']],
  ['written here too', { title: 'Lymph nodes', 'answers.aims': 'To count' }, []],
  ['untouched by others', { wantedUntil: '2027-01-01' }, []],
])('what is sent %s', (_, typed, carried) => {
  expect([...carriedAlong(typed, others)]).toEqual(carried)
})

test('what says what stood is no change, whatever else was sent', () => {
  expect(changesOf({ title: 'Nodes', day: null }, { title: 'Nodes', day: '2027-01-01' })).toEqual([
    { field: 'day', before: null, after: '2027-01-01' },
  ])
})

test('a table whose keys come in another order says the same', () => {
  const kept = { 'answers.selection': [{ sex: 'any', examination: 'CT' }] }
  const typed = { 'answers.selection': [{ examination: 'CT', sex: 'any' }] }
  expect(changesOf(kept, typed)).toEqual([])
  const edit = { field: 'answers.selection', before: kept['answers.selection'], after: [] }
  expect([...carriedAlong(typed, [edit])]).toEqual(['answers.selection'])
})

test.each([
  ['another approval while a grant runs', ['title', 'ethicsApprovalId'], [null], true],
  ['another approval while one of several runs', ['ethicsApprovalId'], [new Date(0), null], true],
  ['another approval after every grant ended', ['ethicsApprovalId'], [new Date(0)], false],
  ['another approval before anything was granted', ['ethicsApprovalId'], [], false],
  ['another title while a grant runs', ['title', 'answers.aims'], [null], false],
] as const)('whether a draft moves what runs: %s', (_, fields, ends, moves) => {
  const edits = fields.map((field) => ({ field, before: null, after: 'b' }))
  expect(
    movesGrants(
      edits,
      ends.map((endedAt) => ({ endedAt })),
    ),
  ).toBe(moves)
})
