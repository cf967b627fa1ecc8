import 'server-only'
import { createHash } from 'node:crypto'

/** A strong entity tag (RFC 9110 §8.8.3): the same text has the same. */
export const etagOf = (body: string): string => `"${createHash('sha256').update(body).digest('base64url')}"`

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '')

/** Whether the reader has this already: If-None-Match names it, or anything (RFC 9110 §13.1.2, by the weak comparison). */
export const isKnown = (ifNoneMatch: string | null, etag: string): boolean =>
  ifNoneMatch !== null && (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => opaque(tag) === etag))
