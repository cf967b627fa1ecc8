import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What a hostile or clumsy browser or authenticator does otherwise than it should. */
type Otherwise = {
  origin?: string
  challenge?: string
  verified?: boolean
  counter?: number
  handle?: string
  rpId?: string
}
type Asked = { challenge: string }

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

/**
 * An authenticator in software with one ES256 passkey (W3C WebAuthn Level 3 §6): it answers as a browser at `origin` would hand
 * its answers on.
 */
export function newAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  // COSE_Key (RFC 9053 §7.1.1): EC2, ES256, P-256.
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ])
  let used = 0

  const client = (type: string, asked: Asked, { origin: other, challenge }: Otherwise) =>
    Buffer.from(
      JSON.stringify({ type, challenge: challenge ?? asked.challenge, origin: other ?? origin, crossOrigin: false }),
    )

  const data = ({ verified = true, counter, rpId }: Otherwise, attested?: Buffer) => {
    const head = Buffer.alloc(5)
    // Flags: user present, user verified, attested credential data.
    head[0] = 1 | (verified ? 4 : 0) | (attested ? 64 : 0)
    head.writeUInt32BE(counter ?? used, 1)
    return Buffer.concat([sha256(rpId ?? new URL(origin).hostname), head, attested ?? Buffer.alloc(0)])
  }

  const answer = { id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} } as const

  return {
    /** Makes the passkey: what navigator.credentials.create() answers, as JSON. */
    create(asked: Asked, otherwise: Otherwise = {}) {
      const length = Buffer.from([0, id.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
      const object = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(data(otherwise, attested))],
      ])
      const attestationObject = base64url(isoCBOR.encode(object as Parameters<typeof isoCBOR.encode>[0]))
      const clientDataJSON = base64url(client('webauthn.create', asked, otherwise))
      return { ...answer, response: { clientDataJSON, attestationObject, transports: ['internal'] } }
    },
    /** Uses it: what navigator.credentials.get() answers, as JSON. */
    get(asked: Asked, otherwise: Otherwise = {}) {
      used += 1
      const clientData = client('webauthn.get', asked, otherwise)
      const authenticatorData = data(otherwise)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), privateKey)
      const { handle } = otherwise
      const response = {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
        ...(handle === undefined ? {} : { userHandle: base64url(Buffer.from(handle)) }),
      }
      return { ...answer, response }
    },
  }
}
