import 'server-only'
import { noteAnswer } from '@/lib/access/commands/deliveries'
import { turnLength } from '@/lib/access/rules/deliveries'
import { callAt, callForgotten, forgetFormer, takeNext } from '@/lib/access/store/systems-called'
import { readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { ownReach, postOut } from '@/lib/platform/outgoing'
import { Refused } from '@/lib/platform/refusal'
import { sign } from '@/lib/platform/webhook'
import { clockContext } from './clock'

/** Tries the next delivery to a system: takes it, sends it, keeps what came of it. Gives whether to go on with the one after it. */
async function tryNext(system: string): Promise<boolean> {
  const taken = await db().$transaction((tx) => takeNext(tx, system, readClock()))
  if (!taken) return false
  const { id: delivery, url, body, number, secrets } = taken
  const began = readClock()
  const called = await postOut(url, { headers: sign(secrets, delivery, body, began), body }, ownReach())
  const milliseconds = readClock().getTime() - began.getTime()
  try {
    const { outcome } = await noteAnswer(clockContext(), { delivery, number, ...called, milliseconds })
    return outcome !== 'out-of-reach'
  } catch (error) {
    // Another try of the same was acknowledged before.
    if (!(error instanceof Refused)) throw error
    return true
  }
}

/** Tells a system what waits for it, in order, until nothing does or it is out of reach; for a turn, so that no slot is one system's. */
export async function webhook(payload: unknown): Promise<void> {
  const { system } = payload as { system?: string }
  if (!system) return
  const end = readClock().getTime() + turnLength
  while (await tryNext(system)) {
    if (readClock().getTime() < end) continue
    await db().$transaction((tx) => callAt(tx, system, readClock()))
    return
  }
}

/** What the clock brings: systems that a killed process left in the middle of a try, and secrets whose time is over. */
export const webhooks = (): Promise<void> =>
  db().$transaction(async (tx) => {
    await callForgotten(tx, readClock())
    await forgetFormer(tx, readClock())
  })
