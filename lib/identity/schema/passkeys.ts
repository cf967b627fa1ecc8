import { z } from 'zod'
import { line } from './text'

const binary = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[\w-]+$/)
const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
/** A form that was sent without scripts holds no answer of the browser at all. */
const unanswered = 'identity.invalid.passkey'
const credential = { id: binary, rawId: binary, type: z.literal('public-key') }
const extensions = z.looseObject({}).default({})

/** What a browser answers to a request for a new passkey (RegistrationResponseJSON of W3C WebAuthn Level 3), as JSON or as text. */
const Registration = z.preprocess(
  parsed,
  z.object(
    {
      ...credential,
      response: z.object({
        clientDataJSON: binary,
        attestationObject: binary,
        transports: z.array(z.string().max(50)).max(10).optional(),
      }),
      clientExtensionResults: extensions,
    },
    unanswered,
  ),
)

/** What a browser answers to a request to use one (AuthenticationResponseJSON). */
const Assertion = z.preprocess(
  parsed,
  z.object(
    {
      ...credential,
      response: z.object({
        clientDataJSON: binary,
        authenticatorData: binary,
        signature: binary,
        userHandle: binary.optional(),
      }),
      clientExtensionResults: extensions,
    },
    unanswered,
  ),
)

const ticket = z.string().max(200).default('')
const agent = z.string().max(1000).default('')

/** Ends an enrolment; `ticket` is the challenge's. */
export const NewPasskey = z.object({ ticket, name: line(60), response: Registration })
export const PasskeyChoice = z.object({ passkey: z.uuid() })
export const PasskeyRename = z.object({ passkey: z.uuid(), name: line(60) })

/** Asks for a challenge; `step`: the ticket of the first factor, when the passkey is to be the second. */
export const PasskeyAsked = z.object({ step: ticket, address: z.string().default('unknown') })
/** Ends a sign-in; `ticket` is the challenge's. */
export const PasskeyUse = z.object({
  ticket,
  step: ticket,
  response: Assertion,
  userAgent: agent,
  address: z.string().default('unknown'),
})
