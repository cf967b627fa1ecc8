import fc from 'fast-check'
import { isRefusal } from '@/lib/platform/refusal'
import { type Authority, authorities, type Delegated, type Grant, standingOf } from '@/lib/projects/rules/authority'
import { judgeGrant, mayEnd } from '@/lib/projects/rules/granting'

/** The people of the sequences; the first leads at the beginning, all take part. */
export const people = ['p0', 'p1', 'p2', 'p3', 'p4'] as const
export type Who = (typeof people)[number]

const dayLength = 86_400_000
/** A day of the sequences, counted from the first. */
export const dayAt = (n: number): Date => new Date(Date.UTC(2026, 10, 24) + n * dayLength)
/** The last day of the project. */
export const lastDay = 60

/** Something that somebody tries. `nth` counts the grants that were made, from the first. */
export type Attempt =
  | { does: 'grant'; by: Who; to: Who; what: readonly Authority[]; begins: number; lasts: number }
  | { does: 'revoke'; by: Who; nth: number }
  | { does: 'leave' | 'return' | 'lead'; by: Who }
  | { does: 'wait'; days: number }

const who = fc.constantFrom(...people)
// The first begins as the leader: most gifts are tried by them, or nothing would ever flow.
const giver = fc.oneof({ weight: 2, arbitrary: fc.constant<Who>('p0') }, { weight: 3, arbitrary: who })
const what = fc.oneof(
  fc.subarray([...authorities], { minLength: 1, maxLength: 2 }),
  fc.subarray([...authorities], { minLength: 4 }),
  fc.constant<Authority[]>([...authorities]),
)

/** Sequences of grants, revocations, leavings and returns, transfers of the lead, and time that passes. */
export const attempts = (maxLength: number) =>
  fc.array(
    fc.oneof(
      {
        weight: 16,
        arbitrary: fc.record({
          does: fc.constant('grant' as const),
          by: giver,
          to: who,
          what,
          begins: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
          lasts: fc.integer({ min: 1, max: 40 }),
        }),
      },
      { weight: 3, arbitrary: fc.record({ does: fc.constant('revoke' as const), by: who, nth: fc.nat(12) }) },
      { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('leave', 'leave', 'lead'), by: who }) },
      { weight: 2, arbitrary: fc.record({ does: fc.constant('return' as const), by: who }) },
      { weight: 2, arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 5 }) }) },
    ) as fc.Arbitrary<Attempt>,
    { minLength: 1, maxLength, size: 'max' },
  )

/** A gift as somebody who only watched would note it: who gave what to whom, from when, until when. */
type Gift = { id: string; by: Who; to: Who; what: readonly Authority[]; from: Date; until: Date; over: boolean }

/** A project of plain values that moves by the rules, and beside it the notes of a bystander who knows nothing of chains. */
export class World {
  piId: Who = 'p0'
  members = new Set<Who>(people)
  grants: Grant[] = []
  gifts: Gift[] = []
  day = 0

  get now(): Date {
    return dayAt(this.day)
  }

  get delegated(): Delegated {
    // As the store reads it: what was revoked, or began with another PI, is not there.
    const grants = this.grants.filter(({ revokedAt, rootId }) => revokedAt === null && rootId === this.piId)
    return { piId: this.piId, memberIds: this.members, grants }
  }

  held(person: Who): readonly Authority[] {
    return standingOf(this.delegated, person, this.now).authorities
  }

  /** Ends grants by what they are; the bystander notes each gift that was ended by name, not those that fell with it. */
  private end(which: (grant: Grant) => boolean): void {
    const ended = this.grants.filter((grant) => grant.revokedAt === null && which(grant)).map(({ id }) => id)
    this.grants = this.grants.map((grant) => (ended.includes(grant.id) ? { ...grant, revokedAt: this.now } : grant))
    for (const gift of this.gifts) if (ended.includes(gift.id)) gift.over = true
  }

  private grant({ by, to, what, begins, lasts }: Extract<Attempt, { does: 'grant' }>): boolean {
    const period = { from: dayAt(this.day + begins), until: dayAt(this.day + begins + lasts) }
    const wish = { holderId: to, authorities: what, ...period }
    const judged = judgeGrant(this.delegated, by, wish, { projectEnds: dayAt(lastDay), now: this.now })
    if (isRefusal(judged) || !this.members.has(by)) return false
    const id = String(this.grants.length)
    this.grants.push({ ...wish, ...judged, id, rootId: this.piId, grantorId: by, revokedAt: null })
    this.gifts.push({ id, by, to, what, ...period, over: false })
    return true
  }

  private revoke(by: Who, nth: number): boolean {
    const grant = this.delegated.grants.find(({ id }) => id === String(nth))
    if (!grant || grant.until <= this.now || !mayEnd(this.delegated, grant, by)) return false
    this.end(({ id }) => id === grant.id)
    return true
  }

  private lead(by: Who): boolean {
    if (by === this.piId || !this.members.has(by)) return false
    this.end(() => true)
    this.piId = by
    return true
  }

  /** Whether it was allowed; what is not leaves everything as it was. */
  attempt(one: Attempt): boolean {
    if (one.does === 'wait') {
      this.day += one.days
      return true
    }
    if (one.does === 'grant') return this.grant(one)
    if (one.does === 'revoke') return this.revoke(one.by, one.nth)
    if (one.does === 'lead') return this.lead(one.by)
    if (one.does === 'return') return !this.members.has(one.by) && this.members.add(one.by).has(one.by)
    if (one.by === this.piId || !this.members.has(one.by)) return false
    this.members.delete(one.by)
    this.end(({ holderId }) => holderId === one.by)
    return true
  }

  /** Who could have each authority at most, by the bystander's notes: it flows from the PI along gifts that are not over. */
  couldHold(authority: Authority): ReadonlySet<Who> {
    const can = new Set<Who>([this.piId])
    const delegates = new Set<Who>([this.piId])
    const { now } = this
    const alive = this.gifts.filter(({ from, until, over }) => !over && from <= now && now < until)
    const flows = (into: Set<Who>, through: ReadonlySet<Who>, one: Authority) => {
      for (const gift of alive)
        if (through.has(gift.by) && into.has(gift.by) && gift.what.includes(one) && this.members.has(gift.to))
          into.add(gift.to)
    }
    for (const _ of people) flows(delegates, delegates, 'delegate')
    for (const _ of people) flows(can, delegates, authority)
    return can
  }
}
