import { z } from 'zod'
import { languages } from '@/lib/platform/messages'
import { scopes } from '../policy'
import { email, line } from './text'

const agent = z.string().max(1000).default('')
const secretText = z
  .string('identity.invalid.required')
  .min(1, 'identity.invalid.required')
  .max(500, 'identity.invalid.too-long')

export const Nothing = z.object({})
export const PersonaSignIn = z.object({ personId: z.uuid(), userAgent: agent })

/** `address` and `device` say where the attempt comes from; they are counted, never kept in clear. */
export const PasswordSignIn = z.object({
  email,
  password: secretText,
  userAgent: agent,
  address: z.string().default('unknown'),
  device: z.string().optional(),
})

/** A code of the authenticator app, or one of the recovery codes. */
export const SecondFactorStep = z.object({
  ticket: z.string().default(''),
  code: z
    .string('identity.invalid.code')
    .transform((code) => code.replace(/[\s-]/g, '').toLowerCase())
    .pipe(z.string().regex(/^(\d{6}|[a-z2-7]{16})$/, 'identity.invalid.code')),
  userAgent: agent,
  device: z.string().optional(),
})

/** The new password, typed once: browsers show it on demand, and a reset mends a slip. */
export const NewPassword = z.object({ ticket: z.string().default(''), password: secretText })
export const PasswordChange = z.object({ current: z.string().max(500).default(''), password: secretText })
export const Registration = z.object({
  name: line(100),
  email,
  language: z.enum(languages),
  address: z.string().default('unknown'),
})
export const ResetRequest = z.object({ email, language: z.enum(languages), address: z.string().default('unknown') })

export const TotpCode = z.object({
  code: z
    .string('identity.invalid.code')
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'identity.invalid.code')),
})

/** Another e-mail address, with the password or, without one, a fresh code of the authenticator app. */
export const EmailChange = z.object({
  email,
  password: z.string().max(500).default(''),
  code: z
    .string()
    .max(50)
    .default('')
    .transform((code) => code.replace(/\s/g, '')),
})
export const EmailConfirmation = z.object({ ticket: z.string().max(200) })

/** The link of a mail, followed; the password where there is one. */
export const Confirmation = z.object({ ticket: z.string().max(200), password: z.string().max(500).default('') })

export const SessionChoice = z.object({ session: z.uuid() })

export const NewToken = z.object({
  name: line(60),
  scopes: z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]),
    z
      .array(z.enum(scopes))
      .min(1, 'identity.invalid.scopes')
      .transform((chosen) => [...new Set(chosen)]),
  ),
  /** Days from now. */
  days: z.coerce
    .number('identity.invalid.days')
    .int('identity.invalid.days')
    .min(1, 'identity.invalid.days')
    .max(366, 'identity.invalid.days'),
})
export const TokenChoice = z.object({ token: z.uuid() })

export const NewSshKey = z.object({
  name: line(60),
  key: z
    .string('identity.invalid.required')
    .trim()
    .min(1, 'identity.invalid.required')
    .max(20_000, 'identity.invalid.too-long'),
})
export const SshKeyChoice = z.object({ key: z.uuid() })
