import { randomBytes } from 'node:crypto'
import { readClock } from './clock'

/** A UUID version 7 (RFC 9562 §5.7): time-ordered, so that primary keys are appended rather than scattered. */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(readClock().getTime(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** When an id of ours was made. */
export const momentOfId = (id: string): Date => new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))

/** A secret of 256 random bits in base64url, for tokens and links. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
