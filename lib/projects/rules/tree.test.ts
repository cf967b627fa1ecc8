import { expect, test } from 'vitest'
import type { Grant } from './authority'
import { type Branch, stateOfGrant, treeOf } from './tree'

const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1 + n))
const grant = (id: string, parentId: string | null, changes: Partial<Grant> = {}): Grant => ({
  id,
  rootId: 'pi',
  parentId,
  grantorId: parentId === null ? 'pi' : `h${parentId}`,
  holderId: `h${id}`,
  authorities: ['delegate', 'book-compute'],
  from: day(0),
  until: day(100),
  revokedAt: null,
  ...changes,
})
const grants = [
  grant('a', null),
  grant('b', 'a'),
  grant('c', 'b', { from: day(50) }),
  grant('d', 'a', { until: day(5) }),
  grant('e', 'd'),
  grant('f', null, { revokedAt: day(3) }),
  grant('g', 'f'),
]
const delegated = { piId: 'pi', memberIds: new Set(['pi', ...grants.map(({ holderId }) => holderId)]), grants }

test('each delegation is in one state', () => {
  expect(grants.map((one) => stateOfGrant(delegated, one, day(10)))).toEqual([
    ...['running', 'running', 'to-come', 'over', 'void', 'revoked', 'void'],
  ])
})

test('the tree holds what lives, under what it was given from', () => {
  const plain = (branch: Branch): unknown => [branch.grant.id, branch.branches.map(plain)]
  expect(treeOf(delegated, day(10)).map(plain)).toEqual([['a', [['b', [['c', []]]]]]])
  expect(treeOf(delegated, day(10))[0]?.authorities).toEqual(['book-compute', 'delegate'])
  expect(treeOf(delegated, day(100))).toEqual([])
})
