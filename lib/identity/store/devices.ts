import 'server-only'
import { isSame, sign } from '@/lib/platform/crypto'
import { newSecret } from '@/lib/platform/id'

/** A mark for a browser in which this account has signed in before (an OWASP "device cookie"). It proves that and nothing else. */
export function deviceMark(email: string): string {
  const nonce = newSecret()
  return `${nonce}.${sign('device', `${nonce} ${email.toLowerCase()}`)}`
}

/** The name of the known browser when the mark is one for this account, else null. */
export function knownDevice(mark: string | undefined, email: string): string | null {
  const [nonce, proof] = (mark ?? '').split('.')
  return nonce && proof && isSame(proof, sign('device', `${nonce} ${email.toLowerCase()}`)) ? nonce : null
}
