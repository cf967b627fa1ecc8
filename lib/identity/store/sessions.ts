import 'server-only'
import { idleLimit, seenEvery, wholeLife } from '@/lib/identity/rules/session-life'
import { fingerprint } from '@/lib/platform/crypto'
import { pool, type Tx } from '@/lib/platform/db'
import { newSecret } from '@/lib/platform/id'
import type { Language } from '@/lib/platform/messages'
import type { Method } from '../events'
import type { Standing } from '../rules/new-proof'
import { holdsRole } from './people'

export type LiveSession = {
  id: string
  person_id: string
  name: string
  language: Language
  second_factor: boolean
  roles: string[]
}

// One statement for session, person and roles, which also notes that the session was seen.
const live = `
  WITH found AS (
    SELECT s.id, s.person_id, s.seen_at, s.second_factor_at IS NOT NULL AS second_factor, p.name, p.language
    FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND p.deactivated_at IS NULL
  ), touched AS (
    UPDATE session SET seen_at = $2 FROM found WHERE session.id = found.id AND found.seen_at < $4
  )
  SELECT id, person_id, name, language, second_factor,
    ARRAY(SELECT role FROM role_assignment r WHERE r.person_id = found.person_id ORDER BY role) AS roles
  FROM found`

/** The living session of a cookie's token with its person and the roles held now, or null. */
export async function findSession(token: string, now: Date): Promise<LiveSession | null> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const values = [fingerprint(token), now, before(idleLimit), before(seenEvery)]
  const { rows } = await pool().query<LiveSession>({ name: 'live-session', text: live, values })
  return rows[0] ?? null
}

type NewSession = { id: string; personId: string; method: Method; secondFactor: boolean; userAgent: string }

/** Opens a session and gives its token, which is never kept. */
export async function openSession(
  tx: Tx,
  { secondFactor, userAgent, ...session }: NewSession,
  now: Date,
): Promise<string> {
  const token = newSecret()
  await tx.session.create({
    data: {
      ...session,
      tokenHash: fingerprint(token),
      secondFactorAt: secondFactor ? now : null,
      userAgent: userAgent.slice(0, 300),
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + wholeLife),
    },
  })
  return token
}

/** What the session has to say for itself when it would add a proof. */
export async function standingOf(tx: Tx, personId: string, sessionId: string | null): Promise<Standing> {
  const select = { secondFactorAt: true, confirmedAt: true } as const
  const session = sessionId === null ? null : await tx.session.findFirst({ where: { id: sessionId, personId }, select })
  return {
    holdsRole: await holdsRole(tx, personId),
    proven: session !== null && session.secondFactorAt !== null,
    confirmedAt: session?.confirmedAt ?? null,
  }
}

/** When the session was opened, or null. */
export async function sessionBegan(tx: Tx, id: string | null): Promise<Date | null> {
  const session = id === null ? null : await tx.session.findUnique({ where: { id }, select: { createdAt: true } })
  return session?.createdAt ?? null
}

export async function confirmSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.session.update({ where: { id }, data: { confirmedAt: now }, select: { id: true } })
}

const bearer = `
  WITH found AS (
    SELECT t.id, t.person_id, t.scopes, t.second_factor, t.last_used_at, p.name, p.language
    FROM api_token t JOIN person p ON p.id = t.person_id
    WHERE t.token_hash = $1 AND t.expires_at > $2 AND t.revoked_at IS NULL AND p.deactivated_at IS NULL
  ), touched AS (
    UPDATE api_token SET last_used_at = $2 FROM found
    WHERE api_token.id = found.id AND (found.last_used_at IS NULL OR found.last_used_at < $3)
  )
  SELECT id, person_id, name, language, second_factor, scopes,
    ARRAY(SELECT role FROM role_assignment r WHERE r.person_id = found.person_id ORDER BY role) AS roles
  FROM found`

/** The living API token with its person and the roles held now, or null. */
export async function findToken(token: string, now: Date): Promise<(LiveSession & { scopes: string[] }) | null> {
  const values = [fingerprint(token), now, new Date(now.getTime() - seenEvery)]
  const { rows } = await pool().query<LiveSession & { scopes: string[] }>({ name: 'live-token', text: bearer, values })
  return rows[0] ?? null
}
