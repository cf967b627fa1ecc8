import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Actor } from './context'
import { pool } from './db'
import { Refused, refuse } from './refusal'

type Limit = {
  readonly name: string
  readonly points: number
  readonly seconds: number
  readonly blockSeconds?: number
}
const made = new Map<string, RateLimiterPostgres>()

/** A limiter whose count is kept in PostgreSQL, so that every process of the portal counts together. */
export function limiter({ name, points, seconds, blockSeconds = 0 }: Limit): RateLimiterPostgres {
  const existing = made.get(name)
  if (existing) return existing
  const limiter = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
    blockDuration: blockSeconds,
  })
  made.set(name, limiter)
  return limiter
}

/** Spends one point of the key's allowance; throws the refusal `platform.too-many` with `retryAfter` in seconds when it is spent. */
export async function spend(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new Refused(refuse('platform.too-many', { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) }))
  }
}

/** Writes of one person or program: 240 a minute. A system's own jobs are not limited. */
export async function limitWrites(actor: Actor): Promise<void> {
  if (actor.kind === 'person') await spend({ name: 'writes', points: 240, seconds: 60 }, actor.id)
}
