import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { Refused } from '@/lib/platform/refusal'
import { delegate, revokeDelegation } from '@/lib/projects/commands/delegations'
import { acceptInvitation, inviteMember } from '@/lib/projects/commands/invitations'
import { confirmMembers, leaveProject } from '@/lib/projects/commands/members'
import { acceptTransfer, confirmTransfer, proposeTransfer } from '@/lib/projects/commands/transfers'
import { authorities } from '@/lib/projects/rules/authority'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { invitationTicket } from '@/lib/projects/store/invitations'
import { type Attempt, attempts, dayAt, lastDay, people, type Who, World } from '../../support/authority-world'
import { as, somebody } from '../identity/people'
import { administrator, heldBy, join, projectOf } from './projects'

const reason = 'Both sides agree'

/** Whether the command was accepted. Anything but a refusal fails the test. */
async function accepted<Answer>(attempt: Promise<Answer>): Promise<Answer | false> {
  return attempt.catch((error) => {
    if (error instanceof Refused) return false
    throw error
  })
}

/** A project in the database, which five people act on by the real commands. */
async function realProject() {
  const cast = new Map<Who, Person>()
  for (const one of people) cast.set(one, await somebody({ name: one }))
  const person = (who: Who) => cast.get(who) as Person
  const project = await projectOf(person('p0'), { startsOn: '2026-11-01', endsOn: lastDayBefore(dayAt(lastDay)) })
  await join(project, ...people.slice(1).map(person))
  const { slug } = project
  const admin = await administrator()
  const given: string[] = []

  const grant = async (one: Extract<Attempt, { does: 'grant' }>, day: number, now: Date) => {
    const from = dayAt(day + one.begins)
      .toISOString()
      .slice(0, 10)
    const until = lastDayBefore(dayAt(day + one.begins + one.lasts))
    const wish = { slug, person: person(one.to).id, authorities: one.what, from, until }
    const made = await accepted(delegate(as(person(one.by), now), wish))
    if (made) given.push(made.id)
    return made !== false
  }
  const lead = async (by: Who, piId: Who, now: Date) => {
    const made = await accepted(proposeTransfer(as(person(piId), now), { slug, person: person(by).id }))
    if (!made) return false
    const on = { slug, transferId: made.id }
    await acceptTransfer(as(person(by), now), on)
    await confirmTransfer({ ...admin, now }, { ...on, reason })
    return true
  }
  const comeBack = async (by: Who, piId: Who, now: Date) => {
    const { id } = await inviteMember(as(person(piId), now), { slug, email: `${newId()}@example.org` })
    return (await accepted(acceptInvitation(as(person(by), now), { ticket: invitationTicket(id) }))) !== false
  }
  /** Tries by commands what the world of plain values tries by rules. */
  const attempt = async (one: Attempt, { piId, day, now }: Pick<World, 'piId' | 'day' | 'now'>) => {
    if (one.does === 'wait') return true
    if (one.does === 'grant') return grant(one, day, now)
    if (one.does === 'lead') return lead(one.by, piId, now)
    if (one.does === 'return') return comeBack(one.by, piId, now)
    const ctx = as(person(one.by), now)
    if (one.does === 'revoke')
      return (await accepted(revokeDelegation(ctx, { slug, delegationId: given[one.nth] ?? newId() }))) !== false
    return (await accepted(leaveProject(ctx, { slug }))) !== false
  }
  const manages = async (who: Who, now: Date) => {
    const { revision } = await db().project.findUniqueOrThrow({ where: { slug }, select: { revision: true } })
    return (await accepted(confirmMembers(as(person(who), now), { slug, expectedRevision: revision }))) !== false
  }
  return { attempt, manages, held: (who: Who, now: Date) => heldBy(slug, person(who).id, now) }
}

const steps = fc.tuple(attempts(20), fc.infiniteStream(fc.constantFrom(...people)))

test('by no sequence of commands can anybody do what nobody with that authority gave them', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async ([tries, whose]) => {
      const [real, world] = [await realProject(), new World()]
      for (const one of tries) {
        if (one.does === 'wait' && world.day + one.days >= lastDay) continue
        const { piId, day, now } = world
        const allowed = world.attempt(one)
        expect(await real.attempt(one, { piId, day, now }), JSON.stringify(one)).toBe(allowed)
        for (const who of people) {
          const held = await real.held(who, world.now)
          expect(held.toSorted()).toEqual([...world.held(who)].toSorted())
          for (const authority of authorities)
            if (held.includes(authority)) expect(world.couldHold(authority)).toContain(who)
        }
        // One of them tries something that takes an authority: the command says the same as the notes of a bystander.
        const trier = whose.next().value
        const did = await real.manages(trier, world.now)
        expect(did).toBe(world.held(trier).includes('manage-members'))
        if (did) expect(world.couldHold('manage-members')).toContain(trier)
      }
    }),
    { numRuns: 40, endOnFailure: true },
  )
}, 240_000)
