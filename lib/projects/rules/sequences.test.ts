import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attempts, people, World } from '@/tests/support/authority-world'
import { authorities, effectiveOf } from './authority'
import { chainOf } from './granting'

const runs = { numRuns: 1000 }
const others = (world: World) => people.filter((person) => person !== world.piId)

/** Plays a sequence and looks after every step. */
const after = (look: (world: World, allowed: boolean, step: Parameters<World['attempt']>[0]) => void) =>
  fc.assert(
    fc.property(attempts(40), (sequence) => {
      const world = new World()
      for (const step of sequence) look(world, world.attempt(step), step)
    }),
    runs,
  )

test('invariant 1: whatever was granted, expired, revoked, left or handed over, nobody can do what nobody with that authority gave them', () => {
  let held = 0
  after((world) => {
    const all = others(world).flatMap((person) => world.held(person).map((authority) => ({ person, authority })))
    held += all.length
    const could = new Map(all.map(({ authority }) => [authority, world.couldHold(authority)]))
    const usurped = all.filter(({ person, authority }) => !could.get(authority)?.has(person))
    if (usurped.length > 0) expect(usurped).toEqual([])
  })
  // A world in which nobody ever holds anything would pass as well.
  expect(held).toBeGreaterThan(10_000)
})

test('invariant 2: a delegation is never more, nor longer, than the one that it was given from', () => {
  let chained = 0
  after((world) => {
    for (const grant of world.delegated.grants) {
      const above = world.grants.find(({ id }) => id === grant.parentId)
      if (!above) continue
      chained++
      expect(grant.authorities.filter((authority) => !above.authorities.includes(authority))).toEqual([])
      expect(grant.until <= above.until).toBe(true)
      expect(grant.grantorId).toBe(above.holderId)
    }
  })
  expect(chained).toBeGreaterThan(1000)
})

test('invariant 3: what is revoked ends at once, with all that was given from it, and does not come back', () => {
  let ended = 0
  after((world) => {
    for (const grant of world.grants) {
      const dead = chainOf(world.grants, grant).some(({ revokedAt }) => revokedAt !== null)
      if (!dead) continue
      ended++
      expect(effectiveOf(world.delegated, grant, world.now).size).toBe(0)
    }
  })
  expect(ended).toBeGreaterThan(1000)
})

test('who left, and everyone below them, holds nothing of it, also after a return; a new PI begins alone', () => {
  after((world, allowed, step) => {
    if (!allowed) return
    if (step.does === 'leave') expect(world.held(step.by)).toEqual([])
    if (step.does === 'return') expect(world.held(step.by)).toEqual([])
    if (step.does === 'lead') {
      expect(world.held(step.by)).toEqual(authorities)
      for (const person of others(world)) expect(world.held(person)).toEqual([])
    }
  })
})

test('what is refused changes nothing', () => {
  fc.assert(
    fc.property(attempts(40), (sequence) => {
      const world = new World()
      for (const step of sequence) {
        const before = people.map((person) => world.held(person))
        if (!world.attempt(step)) expect(people.map((person) => world.held(person))).toEqual(before)
      }
    }),
    runs,
  )
})
