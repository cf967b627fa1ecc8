import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isDemonstration } from '@/lib/platform/env'
import { refuse } from '@/lib/platform/refusal'
import { linkTopics } from '../rules/topics'

/** The latest hundred mails: in the demonstration all of them, for everyone; else one's own. */
export const outbox = query({
  name: 'identity.outbox',
  input: z.object({}),
  scope: ({ actor }) => {
    if (isDemonstration()) return {}
    return isPerson(actor) && actor.scopes === null ? { recipientId: actor.id } : refuse('platform.not-signed-in')
  },
  read: async (where) => {
    const mails = await db().mail.findMany({
      where,
      select: { id: true, address: true, subject: true, text: true, topic: true, calendar: true, createdAt: true },
      orderBy: { createdAt: 'desc' },
      take: 100,
    })
    // A link proves that somebody reads the mailbox; a session, perhaps a stolen one, must not read it here.
    const hidden = (topic: string) => !isDemonstration() && linkTopics.has(topic)
    return mails.map(({ topic, text, ...mail }) => ({ ...mail, text: hidden(topic) ? '' : text }))
  },
})
