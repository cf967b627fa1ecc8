// What the server around Next reads from its environment.

import { parsePort } from '../steps/port.mjs'
import { Problem } from '../steps/problem.mjs'

const MEBIBYTE = 1024 * 1024

function natural(env, name, fallback) {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new Problem(`${name} must be a whole number, not "${text}".`)
}

/** @returns {{ host: string, port: number, trustProxy: boolean, maxBodyBytes: number, maxDataBytes: number, drainMs: number, graceMs: number }} */
export function readSettings(env) {
  return {
    host: env.PORTAL_HOST || '127.0.0.1',
    port: parsePort(env.PORT || '3000'),
    trustProxy: ['1', 'true', 'on'].includes(env.TRUST_PROXY ?? ''),
    maxBodyBytes: natural(env, 'MAX_BODY_BYTES', 26 * MEBIBYTE),
    // What stewards send of a file of a dataset, which is streamed to its store.
    maxDataBytes: natural(env, 'MAX_DATA_BYTES', 4_000_000_000),
    drainMs: natural(env, 'DRAIN_SECONDS', 0) * 1000,
    graceMs: natural(env, 'GRACE_SECONDS', 10) * 1000,
  }
}
