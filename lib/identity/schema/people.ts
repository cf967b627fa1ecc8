import { z } from 'zod'
import { normaliseOrcid } from '@/lib/platform/identifiers/orcid'
import { isRor } from '@/lib/platform/identifiers/ror'
import { languages } from '@/lib/platform/messages'
import { roles } from '../policy'
import { topics } from '../rules/topics'
import { email, line, optional, reason } from './text'

const orcid = z
  .string()
  .max(100, 'identity.invalid.orcid')
  .transform((text, ctx) => {
    const plain = normaliseOrcid(text)
    if (plain) return plain
    ctx.addIssue({ code: 'custom', message: 'identity.invalid.orcid' })
    return z.NEVER
  })

/** A ROR address, alone or at the end of what the list of organisations offers: "Linköping University · https://ror.org/05ynxx418". */
const ror = z
  .string()
  .trim()
  .max(300, 'identity.invalid.ror')
  .transform((text) => /(?:https?:\/\/)?ror\.org\/\w+\/?$/.exec(text)?.[0] ?? text)
  .transform((text) =>
    text
      .replace(/^(https?:\/\/)?/, 'https://')
      .replace(/\/$/, '')
      .toLowerCase(),
  )
  .refine(isRor, 'identity.invalid.ror')

/** A person's own page; `revision` is that of the form, so that an older form does not save over a newer one. */
export const Profile = z.object({
  name: line(100),
  orcid: optional(orcid),
  organisation: optional(ror),
  department: optional(line(150)),
  language: z.enum(languages),
  revision: z.coerce.number().int(),
})

export const Notifications = z.object({
  enabled: z.preprocess((value) => [value ?? []].flat(), z.array(z.enum(topics))),
})

export const Invitation = z.object({ name: line(100), email, language: z.enum(languages) })
export const PersonChoice = z.object({ person: z.uuid() })
export const RoleDecision = z.object({ person: z.uuid(), role: z.enum(roles, 'identity.invalid.role'), reason })
export const AccountDecision = z.object({ person: z.uuid(), reason })

export const PeopleSearch = z.object({
  q: z.string().trim().max(200).default(''),
  role: z.preprocess((value) => (value === '' ? undefined : value), z.enum(roles).optional()),
  cursor: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
})
