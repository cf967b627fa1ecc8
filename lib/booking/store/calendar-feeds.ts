import type { Tx } from '@/lib/platform/db'

/** Holds the calendar addresses of a person: who makes or ends one comes one after the other. */
export async function holdFeeds(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('calendar-feeds:' || ${personId}, 0))`
}

/** A project that the person takes part in, by its short name; null to everyone else. */
export async function ownProject(tx: Tx, slug: string, personId: string): Promise<{ id: string } | null> {
  return tx.project.findFirst({
    where: { slug, OR: [{ piId: personId }, { members: { some: { personId } } }] },
    select: { id: true },
  })
}

export const feedFor = (tx: Tx, personId: string, projectId: string | null) =>
  tx.calendarFeed.findFirst({ where: { personId, projectId }, select: { id: true } })

type Feed = { id: string; personId: string; projectId: string | null; secretHash: string }

/** Writes the hash of a new secret: the address before leads nowhere from now on. */
export async function saveFeed(tx: Tx, feed: Feed, now: Date): Promise<void> {
  const { id, secretHash } = feed
  await tx.calendarFeed.upsert({
    where: { id },
    create: { ...feed, createdAt: now },
    update: { secretHash, createdAt: now, readAt: null },
    select: { id: true },
  })
}

const noteReadAfter = 3_600_000

/**
 * Notes that somebody read the feed: at most once an hour, so that calendar programs that ask every minute cost no write, and without
 * waiting for a row that somebody else holds.
 */
export async function noteRead(tx: Tx, { id, readAt }: { id: string; readAt: Date | null }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - noteReadAfter)
  if (readAt !== null && readAt >= before) return
  await tx.$executeRaw`
    UPDATE calendar_feed SET read_at = ${now} WHERE id = (
      SELECT id FROM calendar_feed WHERE id = ${id}::uuid AND (read_at IS NULL OR read_at < ${before}) FOR UPDATE SKIP LOCKED)`
}
