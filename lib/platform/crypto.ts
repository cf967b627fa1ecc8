import 'server-only'
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from './env'

/** SHA-256 in hex: for tokens of 256 random bits, which need no slow hash. */
export const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex')

const key = (): Buffer => Buffer.from(env().ENCRYPTION_KEY, 'base64')

/**
 * Encrypts what must be read back, by AES-256-GCM with ENCRYPTION_KEY. `purpose` (e.g. `totp:<person>`) is authenticated with
 * it, so that a row's secret cannot be moved to another row. Gives `v1.<nonce>.<tag>.<text>` in base64url.
 */
export function encrypt(plain: string, purpose: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return ['v1', ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.')
}

/** The inverse of `encrypt`. Throws where the text, the key or the purpose is another one. */
export function decrypt(sealed: string, purpose: string): string {
  const [version, ...parts] = sealed.split('.')
  const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (version !== 'v1' || !nonce || tag?.length !== 16 || !text) throw new Error('not an encrypted value')
  const decipher = createDecipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag)
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
}

/** HMAC-SHA-256 of the text with AUTH_SECRET, in base64url. `purpose` keeps one use of the secret from standing in for another. */
export const sign = (purpose: string, text: string): string =>
  createHmac('sha256', env().AUTH_SECRET).update(`${purpose}\n${text}`).digest('base64url')

/** Whether two texts are equal, in a time that tells nothing of where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
