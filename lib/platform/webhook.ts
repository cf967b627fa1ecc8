import { createHmac } from 'node:crypto'

/**
 * The headers of a webhook as Standard Webhooks 1.0 has them: whoever knows the secret (`whsec_` and base64) can tell that the body is ours,
 * and when it was sent; a repetition has the same id. While one secret takes over from another both sign, and either is enough.
 */
export function sign(secrets: readonly string[], id: string, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'AIDA-Data-Hub/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
