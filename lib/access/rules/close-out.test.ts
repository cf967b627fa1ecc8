import { describe, expect, test } from 'vitest'
import { closeOutDue, closeOutLacks, type Ended } from './close-out'
import type { State } from './states'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const given = (...days: number[]) => days.map((day) => ({ createdAt: at(day) }))
const told = (day: number, certificateId: string | null = null) => ({ at: at(day), certificateId })

describe('what is missing of the end of a request', () => {
  test.each<[string, Ended, ReturnType<typeof closeOutLacks>]>([
    ['revoked, nothing told', { state: 'revoked', grants: given(1), told: null }, 'owed'],
    ['closed by the hub, nothing told', { state: 'closed', grants: given(1, 2), told: null }, 'owed'],
    ['withdrawn after it was reopened', { state: 'withdrawn', grants: given(1), told: null }, 'owed'],
    ['rejected after it was reopened', { state: 'rejected', grants: given(1), told: null }, 'owed'],
    ['closed, nothing was ever granted', { state: 'closed', grants: [], told: null }, null],
    ['withdrawn, nothing was ever granted', { state: 'withdrawn', grants: [], told: null }, null],
    ['told without a certificate', { state: 'closed', grants: given(1), told: told(3) }, 'uncertified'],
    ['told with a certificate', { state: 'closed', grants: given(1), told: told(3, 'file') }, null],
    ['told, and granted anew since', { state: 'revoked', grants: given(1, 5), told: told(3, 'file') }, 'owed'],
    ['told at the moment of the last grant', { state: 'closed', grants: given(3), told: told(3, 'file') }, null],
    ...(['draft', 'submitted', 'returned', 'approved'] as const).map((state): [string, Ended, null] => [
      `in ${state}`,
      { state, grants: given(1), told: null },
      null,
    ]),
  ])('%s', (_, ended, lacks) => expect(closeOutLacks(ended)).toBe(lacks))
})

test.each<[string, State, ReturnType<typeof told> | null, Date | null, Date | null]>([
  ['thirty days after it ended', 'revoked', null, null, new Date(Date.UTC(2026, 11, 10))],
  ['when that was settled before', 'revoked', null, at(12), at(12)],
  ['no more once it was told', 'closed', told(3), at(12), null],
  ['not while it goes on', 'approved', null, null, null],
])('it is reminded of %s', (_, state, last, settled, due) => {
  expect(closeOutDue({ state, grants: given(1), told: last }, settled, at(10))).toEqual(due)
})
