import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { fingerprint } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { newId, newSecret } from '@/lib/platform/id'
import { notFound } from '@/lib/platform/refusal'
import { happened } from '../events/calendar'
import { mayKeepFeed } from '../policy/calendar'
import { OneFeed, RenewFeed } from '../schema/calendar'
import { feedFor, holdFeeds, ownProject, saveFeed } from '../store/calendar-feeds'

const nobody = { personId: null, feed: null, project: null }

async function loadForRenewal(tx: Tx, { project: slug }: { project: string | null }, { actor }: Context) {
  if (!isPerson(actor)) return nobody
  await holdFeeds(tx, actor.id)
  const project = slug === null ? null : await ownProject(tx, slug, actor.id)
  return { personId: actor.id, project, feed: await feedFor(tx, actor.id, project?.id ?? null) }
}

/** Gives somebody a new secret calendar address, told this once; the one before leads nowhere from now on. */
export const renewCalendarFeed = command({
  name: 'booking.renew-calendar-feed',
  input: RenewFeed,
  load: loadForRenewal,
  authorize: ({ actor }, { personId }) => mayKeepFeed(actor, personId),
  decide: (_, { personId, feed, project }, { project: slug }) => {
    if (personId === null || (slug !== null && project === null)) return notFound()
    const projectId = project?.id ?? null
    const data = { feed: projectId === null ? 'own' : 'project', projectId } as const
    return { ...happened.feedRenewed(feed?.id ?? newId(), data), personId, secret: newSecret() }
  },
  apply: async (tx, { subjectId: id, data: { projectId }, personId, secret }, _, { now }) => {
    await saveFeed(tx, { id, personId, projectId, secretHash: fingerprint(secret) }, now)
    return { id, secret, path: `/calendars/${secret}` }
  },
})

/** Ends a calendar address. */
export const closeCalendarFeed = command({
  name: 'booking.close-calendar-feed',
  input: OneFeed,
  load: async (tx, { feed: id }) => {
    await tx.$queryRaw`SELECT 1 FROM calendar_feed WHERE id = ${id}::uuid FOR UPDATE`
    const feed = await tx.calendarFeed.findUnique({
      where: { id },
      select: { id: true, personId: true, projectId: true },
    })
    return { feed }
  },
  authorize: ({ actor }, { feed }) => mayKeepFeed(actor, feed?.personId ?? null),
  decide: (_, { feed }) => {
    if (feed === null) return notFound()
    const { id, projectId } = feed
    return happened.feedClosed(id, { feed: projectId === null ? 'own' : 'project', projectId })
  },
  apply: async (tx, { subjectId: id }) => {
    await tx.calendarFeed.delete({ where: { id }, select: { id: true } })
    return { id }
  },
})
