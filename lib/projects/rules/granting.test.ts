import { describe, expect, test } from 'vitest'
import { isRefusal } from '@/lib/platform/refusal'
import { type Authority, authorities, type Grant } from './authority'
import { chainOf, chainUntil, isAbove, judgeGrant, mayEnd, type Wish } from './granting'

const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1 + n))
const grant = (id: string, parentId: string | null, grantorId: string, holderId: string, until = 100): Grant => ({
  id,
  rootId: 'pi',
  parentId,
  grantorId,
  holderId,
  authorities: ['book-compute', 'delegate'],
  from: day(0),
  until: day(until),
  revokedAt: null,
})
const a = grant('a', null, 'pi', 'dora')
const b = grant('b', 'a', 'dora', 'emil', 50)
const c = grant('c', 'b', 'emil', 'fia', 90)
const delegated = { piId: 'pi', memberIds: new Set(['pi', 'dora', 'emil', 'fia', 'gus']), grants: [c, a, b] }
const wish = (changes: Partial<Wish> = {}): Wish => ({
  holderId: 'gus',
  authorities: ['book-compute'],
  from: day(1),
  until: day(40),
  ...changes,
})
const moment = { projectEnds: day(365), now: day(1) }

describe('what may be given', () => {
  const all: readonly Authority[] = authorities
  test.each([
    ['by the PI', 'pi', wish({ authorities: all, until: day(365) }), null],
    ['by a delegate', 'dora', wish(), 'a'],
    ['by a delegate of a delegate', 'emil', wish(), 'b'],
    ['beyond the project', 'pi', wish({ until: day(366) }), 'projects.longer-than-own'],
    ['beyond one’s own', 'dora', wish({ until: day(101) }), 'projects.longer-than-own'],
    ['beyond the one above', 'fia', wish({ until: day(60) }), 'projects.longer-than-own'],
    ['more than one’s own', 'dora', wish({ authorities: ['book-compute', 'request-data'] }), 'projects.more-than-own'],
    ['by a plain member', 'gus', wish({ holderId: 'emil' }), 'projects.no-authority'],
    ['by somebody outside', 'zoe', wish(), 'projects.no-authority'],
    ['to oneself', 'dora', wish({ holderId: 'dora' }), 'projects.own-delegate'],
    ['to the PI', 'dora', wish({ holderId: 'pi' }), 'projects.pi-has-all'],
    ['to somebody outside', 'pi', wish({ holderId: 'zoe' }), 'projects.not-a-member'],
    ['for a time that is past', 'pi', wish({ from: day(0), until: day(1) }), 'projects.delegation-over'],
    ['for no time', 'pi', wish({ from: day(40) }), 'projects.delegation-over'],
  ] as const)('%s', (_, giver, wanted, expected) => {
    const judged = judgeGrant(delegated, giver, wanted, moment)
    expect(isRefusal(judged) ? judged.code : judged.parentId).toBe(expected)
  })

  test('a refusal says what is lacking, and until when it would do', () => {
    const more = judgeGrant(delegated, 'dora', wish({ authorities: ['book-compute', 'request-data'] }), moment)
    expect(more).toMatchObject({ details: { authority: ['request-data'] } })
    expect(judgeGrant(delegated, 'fia', wish({ until: day(60) }), moment)).toMatchObject({
      details: { day: '2026-02-19' },
    })
  })

  test('of several delegations the one that covers the wish is taken', () => {
    const short = { ...grant('s', null, 'pi', 'dora', 30), authorities: ['request-data', 'delegate'] }
    const both = { ...delegated, grants: [...delegated.grants, short] }
    expect(judgeGrant(both, 'dora', wish({ authorities: ['request-data'], until: day(30) }), moment)).toEqual({
      parentId: 's',
    })
    const mixed = wish({ authorities: ['request-data', 'book-compute'], until: day(20) })
    expect(judgeGrant(both, 'dora', mixed, moment)).toMatchObject({ code: 'projects.more-than-own' })
  })
})

test('a chain runs up to the root and ends with its shortest link; a ring is cut', () => {
  expect(chainOf(delegated.grants, c)).toEqual([c, b, a])
  expect(chainUntil(delegated.grants, c)).toEqual(day(50))
  const ring = { ...a, parentId: 'b', grantorId: 'emil' }
  expect(chainOf([ring, b], ring)).toEqual([ring, b])
})

test('who stands above whom, and who may end what', () => {
  const above = (one: string) => ['dora', 'emil', 'fia', 'gus'].filter((other) => isAbove(delegated, one, other))
  expect(above('pi')).toEqual(['dora', 'emil', 'fia'])
  expect(above('dora')).toEqual(['emil', 'fia'])
  expect(above('fia')).toEqual([])
  const enders = ['pi', 'dora', 'emil', 'fia', 'gus', 'zoe'].filter((who) => mayEnd(delegated, b, who))
  expect(enders).toEqual(['pi', 'dora', 'emil'])
})
