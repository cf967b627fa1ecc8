import 'server-only'
import { type Context, isPerson } from './context'
import { decrypt, encrypt, sign } from './crypto'
import type { Tx } from './db'
import { Refused, refuse } from './refusal'

/**
 * Runs `act` once per person and Idempotency-Key. The key's row is written in the transaction of the effects: a second request
 * waits for the first to commit and is given its answer; a refused or broken first one leaves nothing, so it may be repeated.
 * Refuses a key that came with another request (`platform.key-reused`).
 */
export async function answerOnce<Result>(
  tx: Tx,
  ctx: Context,
  name: string,
  input: unknown,
  act: () => Promise<Result>,
) {
  const { actor, idempotencyKey: key } = ctx
  if (!key || !isPerson(actor)) return act()
  // Input and answer may hold secrets (a password, a new token): one is kept as a keyed hash, the other encrypted.
  const fingerprint = sign('idempotency', JSON.stringify([name, input]))
  const purpose = `idempotency:${actor.id}:${key}`
  const taken = await tx.$executeRaw`
    INSERT INTO idempotency_key (person_id, key, fingerprint, status, body, created_at)
    VALUES (${actor.id}::uuid, ${key}, ${fingerprint}, 0, 'null', ${ctx.now}) ON CONFLICT DO NOTHING`
  const where = { personId_key: { personId: actor.id, key } }
  if (taken === 0) {
    const earlier = await tx.idempotencyKey.findUniqueOrThrow({ where })
    if (earlier.fingerprint !== fingerprint) throw new Refused(refuse('platform.key-reused', { status: 422 }))
    const { answer } = JSON.parse(decrypt(String(earlier.body), purpose)) as { answer?: Result }
    return answer as Result
  }
  const result = await act()
  await tx.idempotencyKey.update({ where, data: { body: encrypt(JSON.stringify({ answer: result }), purpose) } })
  return result
}
