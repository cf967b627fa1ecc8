import 'server-only'
import { closureReason, holdToTell, placeToTell } from '@/lib/booking/queries/for-reactions'
import { readingOf, settingsOf } from '@/lib/identity/queries/for-reactions'
import { isOn, type Topic } from '@/lib/identity/rules/topics'
import { env } from '@/lib/platform/env'
import { sentences } from '@/lib/platform/sentence'
import { messages } from '../messages/booking'
import { stockholm } from './booking-words'
import type { Fact } from './identity'
import { post } from './post'

type Place = NonNullable<Awaited<ReturnType<typeof placeToTell>>>
type Said = {
  readonly key: 'hold' | 'hold-withdrawn'
  readonly topic: Topic
  readonly until: string
  readonly reason: string
}

/** Writes to who queued, and to the PI, about what was kept for them. */
async function tell(id: string, place: Place, week: string, { key, topic, until, reason }: Said): Promise<void> {
  const { project, machine, slot, holders } = place
  const address = new URLSearchParams({ machine: machine.slug, project: project.slug, week })
  for (const personId of holders) {
    const person = await readingOf(personId)
    if (!person?.active || !isOn(topic, await settingsOf(personId))) continue
    const t = sentences(messages, person.language)
    const values = {
      machine: machine.name,
      project: project.name,
      slot,
      weeks: week,
      until,
      reason,
      link: `${env().PORTAL_ORIGIN}/bookings?${address}`,
      settings: `${env().PORTAL_ORIGIN}/account/notifications`,
    }
    const subject = t(`mail.booking.${key}.subject`, values)
    await post({ reason: id, to: person, topic, subject, text: t(`mail.booking.${key}.text`, values) })
  }
}

/** Tells that a slot week came free and is kept; nothing where the hold has been claimed or passed on since. */
export async function mailHold({ id, subjectId, data }: Fact): Promise<void> {
  const [place, hold] = [await placeToTell(subjectId), await holdToTell(String(data.holdId))]
  if (!place || !hold) return
  const said = { key: 'hold', topic: 'booking-hold', until: stockholm(hold.until), reason: '' } as const
  await tell(id, place, String(data.week), said)
}

/** Tells that a hold was taken back for maintenance. */
export async function mailHoldWithdrawn({ id, subjectId, data }: Fact): Promise<void> {
  const place = await placeToTell(subjectId)
  if (!place) return
  const reason = await closureReason(String(data.closureId))
  await tell(id, place, String(data.week), { key: 'hold-withdrawn', topic: 'booking-displaced', until: '', reason })
}
