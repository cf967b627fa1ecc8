import type { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Whether the browser is to make a passkey or to use one. */
export type Ceremony = 'add' | 'use'

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON']
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** What the browser and its authenticator answer to the options that the server made. Throws what the browser throws. */
export async function answerOf(ceremony: Ceremony, options: unknown): Promise<unknown> {
  const browser = await import('@simplewebauthn/browser')
  if (!browser.browserSupportsWebAuthn()) throw new DOMException('no WebAuthn', 'NotSupportedError')
  return ceremony === 'add'
    ? browser.startRegistration({ optionsJSON: options as Creation })
    : browser.startAuthentication({ optionsJSON: options as Request })
}

/** What to tell of an error of the browser: a person who turned back, a key that is there already, a browser that cannot. */
export function problemOf(error: unknown): 'cancelled' | 'there' | 'unsupported' | 'failed' {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  if (name === 'InvalidStateError') return 'there'
  return name === 'NotSupportedError' ? 'unsupported' : 'failed'
}
