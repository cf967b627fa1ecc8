import type { MessageKey, Text } from '@/components/messages'
import type { Tone } from '@/components/ui/tag'
import type { State } from '@/lib/access/rules/states'
import type { Reason } from '@/lib/access/rules/verdict'

const tones: Record<State, Tone> = {
  draft: 'idle',
  submitted: 'wait',
  returned: 'wait',
  approved: 'ok',
  rejected: 'stop',
  withdrawn: 'idle',
  closed: 'idle',
  revoked: 'stop',
}

/** The colour and sign of a request's state. */
export const toneOf = (state: State): Tone => tones[state]

/** A word of a small closed vocabulary, `requests.<what>.<code>`; the code itself where there is none. */
export function wordFor(t: Text, what: string, code: string): string {
  const key = `requests.${what}.${code}`
  return t.has(key) ? t(key) : code
}

/** A reason of a verdict as a sentence. */
export function reasonWords(t: Text, reason: Reason): string {
  const key = `requests.reason.${reason.code}` as MessageKey
  const day = typeof reason.day === 'string' ? reason.day.slice(0, 10) : ''
  const state =
    typeof reason.state === 'string'
      ? wordFor(t, reason.code === 'ethics-not-valid' ? 'ethics' : 'state', reason.state)
      : ''
  return t(key, { day, state, version: Number(reason.version ?? 0) })
}
