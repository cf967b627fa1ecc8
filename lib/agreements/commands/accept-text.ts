import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayAcceptTexts } from '../policy'
import { isCurrent } from '../rules/versions'
import { OneText } from '../schema/inputs'
import { acceptedVersions, lockAcceptances, publishedVersions, saveAcceptance } from '../store/texts'

/**
 * Accepts a version of the user terms, for oneself. Refuses: agreements.to-be-signed (the text is for projects),
 * agreements.superseded, agreements.accepted-already.
 */
export const acceptText = command({
  name: 'agreements.accept-text',
  input: OneText,
  load: async (tx, _, { actor }) => {
    if (isPerson(actor)) await lockAcceptances(tx, actor.id)
    const accepted = isPerson(actor) ? await acceptedVersions(tx, actor.id) : new Map<never, never>()
    return { texts: await publishedVersions(tx), accepted }
  },
  authorize: ({ actor }) => mayAcceptTexts(actor),
  decide: ({ actor, now }, { texts, accepted }, { kind, version }) => {
    const text = texts.find((one) => one.kind === kind && one.version === version)
    if (!text || !isPerson(actor)) return notFound()
    if (kind !== 'user-terms') return refuse('agreements.to-be-signed', { kind })
    if (accepted.get(kind)?.includes(version)) return refuse('agreements.accepted-already', { version })
    if (!isCurrent(texts, kind, version, now)) return refuse('agreements.superseded', { version })
    return { ...happened.textAccepted(actor.id, text.id, { kind, version }), personId: actor.id }
  },
  apply: async (tx, { subjectId, personId, data }, _, { now }) => {
    await saveAcceptance(tx, subjectId, personId, now)
    return { ...data, acceptedAt: now }
  },
})
