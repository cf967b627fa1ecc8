import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { happened } from '../events/systems'
import { isClock } from '../policy/requests'
import { mayKeepSystems } from '../policy/systems'
import { isKeyDue, publishedUntil } from '../rules/visas'
import { ReplaceVisaKey } from '../schema/systems'
import { lockVisaKeys, makeVisaKey, replaceVisaKey } from '../store/visa-keys'

// One key signs at a time, so that all of it stands in one stream and under one lock.
const load = async (tx: Parameters<typeof lockVisaKeys>[0]) => ({ signing: await lockVisaKeys(tx) })

/** Lets another key sign visas; the old one is published until its last visa has expired, or goes at once where it is withdrawn. */
export const replaceKey = command({
  name: 'access.replace-visa-key',
  input: ReplaceVisaKey,
  load,
  authorize: ({ actor }) => mayKeepSystems(actor),
  decide: async ({ now, actor }, _, { withdraw }) => {
    const key = await makeVisaKey(newId())
    const how = { until: publishedUntil(now, withdraw), byId: isPerson(actor) ? actor.id : null }
    return { ...happened.visaKeyMade(key.id, { occasion: withdraw ? 'withdrawn' : 'asked' }), key, how }
  },
  apply: async (tx, { key, how }, _, { now }) => {
    await replaceVisaKey(tx, key, how, now)
    return { id: key.id }
  },
})

/** Makes the first key, and replaces the one that signs when it is due by its age. For the clock. Refuses: access.nothing-due. */
export const turnKeys = command({
  name: 'access.turn-visa-keys',
  input: z.object({}),
  load,
  authorize: ({ actor }) => isClock(actor),
  decide: async ({ now }, { signing }) => {
    if (signing && !isKeyDue(signing, now)) return refuse('access.nothing-due')
    const key = await makeVisaKey(newId())
    const how = { until: publishedUntil(now, false), byId: null }
    return { ...happened.visaKeyMade(key.id, { occasion: signing ? 'age' : 'first' }), key, how }
  },
  apply: async (tx, { key, how }, _, { now }) => {
    await replaceVisaKey(tx, key, how, now)
    return { id: key.id }
  },
})
