import 'server-only'
import pino, { type Logger } from 'pino'
import { env } from './env'

const held = globalThis as typeof globalThis & { portalLog?: Logger }

/** Structured log on standard output. What could be a secret is cut out, wherever it stands. */
export function log(): Logger {
  held.portalLog ??= pino({
    level: env().LOG_LEVEL,
    base: { pid: process.pid },
    redact: {
      paths: [
        'password',
        'token',
        'secret',
        'code',
        '*.password',
        '*.token',
        '*.secret',
        '*.code',
        'headers.cookie',
        'headers.authorization',
      ],
      censor: '[redacted]',
    },
  })
  return held.portalLog
}
