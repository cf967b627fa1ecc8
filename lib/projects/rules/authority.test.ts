import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Authority, authorities, effectiveOf, type Grant, standingOf } from './authority'

const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1 + n))
const grant = (id: string, changes: Partial<Grant> = {}): Grant => ({
  id,
  rootId: 'pi',
  parentId: null,
  grantorId: 'pi',
  holderId: 'dora',
  authorities: ['book-compute', 'delegate'],
  from: day(0),
  until: day(100),
  revokedAt: null,
  ...changes,
})
const project = (grants: readonly Grant[], members = ['pi', 'dora', 'emil']) => ({
  piId: 'pi',
  memberIds: new Set(members),
  grants,
})
const onward = grant('b', {
  parentId: 'a',
  grantorId: 'dora',
  holderId: 'emil',
  authorities: ['book-compute', 'manage-members'],
})

describe('effective authority', () => {
  test.each([
    ['a running delegation', project([grant('a')]), 'dora', day(1), ['book-compute', 'delegate']],
    ['before it begins', project([grant('a')]), 'dora', day(-1), []],
    ['at its very end', project([grant('a')]), 'dora', day(100), []],
    ['revoked', project([grant('a', { revokedAt: day(5) })]), 'dora', day(5), []],
    ['not a member any more', project([grant('a')], ['pi']), 'dora', day(1), []],
    ['of a former PI', project([grant('a', { rootId: 'old', grantorId: 'old' })]), 'dora', day(1), []],
    ['passed on: the intersection', project([grant('a'), onward]), 'emil', day(1), ['book-compute']],
    ['passed on by who was revoked', project([grant('a', { revokedAt: day(2) }), onward]), 'emil', day(3), []],
    ['passed on by who left', project([grant('a'), onward], ['pi', 'emil']), 'emil', day(1), []],
    [
      'passed on without leave to',
      project([grant('a', { authorities: ['book-compute'] }), onward]),
      'emil',
      day(1),
      [],
    ],
    [
      'passed on by somebody else',
      project([grant('a', { holderId: 'else' }), onward], ['pi', 'else', 'emil']),
      'emil',
      day(1),
      [],
    ],
  ] as const)('%s', (_, delegated, who, now, expected) => {
    expect(standingOf(delegated, who, now).authorities).toEqual(expected)
  })

  test('the PI has every authority, an outsider none', () => {
    expect(standingOf(project([]), 'pi', day(1))).toEqual({ role: 'pi', authorities })
    expect(standingOf(project([]), 'zoe', day(1))).toEqual({ role: 'outsider', authorities: [] })
  })

  test('a ring of delegations is worth nothing', () => {
    const a = grant('a', { parentId: 'b', grantorId: 'emil' })
    expect(effectiveOf(project([a, onward]), a, day(1)).size).toBe(0)
  })
})

const people = ['pi', 'p1', 'p2', 'p3', 'p4']
const anyGrant = (id: number) =>
  fc.record({
    id: fc.constant(String(id)),
    rootId: fc.constantFrom('pi', 'p1'),
    parentId: id === 0 ? fc.constant(null) : fc.option(fc.integer({ min: 0, max: id - 1 }).map(String), { nil: null }),
    grantorId: fc.constantFrom(...people),
    holderId: fc.constantFrom(...people.slice(1)),
    authorities: fc.subarray([...authorities], { minLength: 1 }),
    from: fc.integer({ min: 0, max: 20 }).map(day),
    until: fc.integer({ min: 21, max: 60 }).map(day),
    revokedAt: fc.option(fc.integer({ min: 0, max: 60 }).map(day), { nil: null, freq: 4 }),
  })
const anyGrants = fc
  .integer({ min: 1, max: 8 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, id) => anyGrant(id))))

/** Another way to the same answer: authority flows from the PI along living links, one at a time. */
function flowing(
  grants: readonly Grant[],
  members: ReadonlySet<string>,
  who: string,
  authority: Authority,
  now: Date,
): boolean {
  const alive = grants.filter(
    (g) => g.rootId === 'pi' && g.from <= now && now < g.until && !(g.revokedAt && g.revokedAt <= now),
  )
  const has = new Set<string>()
  for (let grew = true; grew; ) {
    grew = false
    for (const g of alive) {
      const above = grants.find(({ id }) => id === g.parentId)
      const given =
        g.parentId === null
          ? g.grantorId === 'pi'
          : above !== undefined &&
            has.has(above.id) &&
            above.holderId === g.grantorId &&
            above.authorities.includes('delegate')
      if (given && members.has(g.holderId) && g.authorities.includes(authority) && !has.has(g.id)) {
        has.add(g.id)
        grew = true
      }
    }
  }
  return grants.some((g) => g.holderId === who && has.has(g.id))
}

test('invariant 1: nobody has what nobody with that authority gave them', () => {
  fc.assert(
    fc.property(anyGrants, fc.subarray(people), fc.integer({ min: 0, max: 60 }), (grants, members, n) => {
      const memberIds = new Set(['pi', ...members])
      for (const who of people.slice(1)) {
        const { authorities: held } = standingOf({ piId: 'pi', memberIds, grants }, who, day(n))
        expect(held).toEqual(
          authorities.filter((one) => memberIds.has(who) && flowing(grants, memberIds, who, one, day(n))),
        )
      }
    }),
    { numRuns: 1000 },
  )
})
