import { renewCalendarFeed } from '@/lib/booking/commands/keep-calendar-feeds'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, noon } from '../identity/people'
import { projectOf } from './acting'
import { machine, mondayIn } from './machines'
import { booked } from './standing'

/** A booked week that runs now, on a machine of its own: slot A of project `name`. */
export async function runningWeek(wish: { name?: string; weeks?: number } = {}, now = noon) {
  const [own, theirs] = [await machine(undefined, now), await projectOf({ name: wish.name, now })]
  const place = { projectId: theirs.id, machineId: own.id, slotId: own.slot('A') }
  const first = await booked({ ...place, week: mondayIn(0, now), at: new Date(now.getTime() - 14 * 86_400_000) })
  for (let n = 1; n < (wish.weeks ?? 1); n++) await booked({ ...place, week: mondayIn(n, now) })
  return { ...first, machine: own, project: theirs }
}

export const takesPart = (projectId: string, personId: string) =>
  db().projectMember.create({ data: { projectId, personId, joinedAt: noon } })

/** A public key of a person, as its row is kept. */
export const keyOf = (personId: string, name = 'laptop') =>
  db().sshKey.create({
    data: {
      id: newId(),
      personId,
      name,
      type: 'ed25519',
      bits: 256,
      fingerprint: `SHA256:${newId()}`,
      publicKey: `ssh-ed25519 ${newId()}`,
      createdAt: noon,
    },
  })

export const calendarFeedOf = async (person: Person) => (await renewCalendarFeed(as(person), { project: null })).id
