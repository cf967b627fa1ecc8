import 'server-only'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { env } from './env'

/** What is kept of a passkey that its use is checked against. */
export type KeptCredential = {
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: bigint
  transports: string[]
}

// The relying party is the host of the address people type; nothing that a request says of itself is trusted.
const party = () => ({ origin: env().PORTAL_ORIGIN, id: new URL(env().PORTAL_ORIGIN).hostname })
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const named = (held: readonly Pick<KeptCredential, 'credentialId' | 'transports'>[]) =>
  held.map(({ credentialId, transports }) => ({ id: credentialId, transports }))
const minutes = 5 * 60_000

/** What the browser is asked for a new passkey. `handle` names its owner to the authenticator and must be no personal data. */
export const registrationOptions = (
  challenge: string,
  owner: { handle: string; email: string; name: string },
  held: readonly Pick<KeptCredential, 'credentialId' | 'transports'>[],
) =>
  generateRegistrationOptions({
    rpName: 'AIDA Data Hub',
    rpID: party().id,
    userID: bytesOf(owner.handle),
    userName: owner.email,
    userDisplayName: owner.name,
    challenge: bytesOf(challenge),
    excludeCredentials: named(held),
    // A key that cannot verify its user is still good after a password; alone it is not taken.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    timeout: minutes,
  })

/** What the browser is asked to use a passkey: one of `allowed`, or without it any that it has for this portal. */
export const assertionOptions = (
  challenge: string,
  allowed: readonly Pick<KeptCredential, 'credentialId' | 'transports'>[] | null,
) =>
  generateAuthenticationOptions({
    rpID: party().id,
    challenge: bytesOf(challenge),
    ...(allowed ? { allowCredentials: named(allowed) } : {}),
    userVerification: allowed ? 'preferred' : 'required',
    timeout: minutes,
  })

const expected = (challenge: string) => ({
  expectedChallenge: Buffer.from(challenge).toString('base64url'),
  expectedOrigin: party().origin,
  expectedRPID: party().id,
})

/** The new passkey, when the answer is to this challenge, of our origin and whole; else null. */
export async function readNewCredential(
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<KeptCredential | null> {
  try {
    const answer = await verifyRegistrationResponse({
      response,
      ...expected(challenge),
      requireUserVerification: false,
    })
    if (!answer.verified) return null
    const { id, publicKey, counter } = answer.registrationInfo.credential
    const transports = (response.response.transports ?? []).slice(0, 10)
    return { credentialId: id, publicKey: new Uint8Array(publicKey), counter: BigInt(counter), transports }
  } catch {
    return null
  }
}

/**
 * The passkey's new signature counter, when the answer is signed by it, to this challenge, of our origin, and the counter has grown
 * (or stays zero, for passkeys that are synchronised); else null. `verified`: the authenticator must have verified its user.
 */
export async function readAssertion(
  response: AuthenticationResponseJSON,
  challenge: string,
  kept: KeptCredential,
  verified: boolean,
): Promise<bigint | null> {
  const { credentialId: id, publicKey, counter, transports } = kept
  try {
    const answer = await verifyAuthenticationResponse({
      response,
      ...expected(challenge),
      credential: { id, publicKey, counter: Number(counter), transports },
      requireUserVerification: verified,
    })
    return answer.verified ? BigInt(answer.authenticationInfo.newCounter) : null
  } catch {
    return null
  }
}
