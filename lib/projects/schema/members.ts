import { z } from 'zod'
import { email, optional } from '@/lib/identity/schema/text'
import { authorities } from '../rules/authority'
import { day, ExpectedRevision, organisation, Slug } from './fields'

const slug = { slug: Slug }

export const InviteMember = z.object({ ...slug, email })
export const OneInvitation = z.object({ ...slug, invitationId: z.uuid() })

/** The secret of a mailed link. */
export const Ticket = z.object({ ticket: z.string().max(200).default('') })

export const RemoveMember = z.object({ ...slug, person: z.uuid('projects.invalid.choice') })

/** The revision that the list of members was read at: who confirms has seen the list as it is. */
export const ConfirmMembers = z.object({ ...slug, expectedRevision: ExpectedRevision })

/** Authorities for somebody, from the beginning of a day (now, if left out) until the end of another. */
export const Delegate = z.object({
  ...slug,
  person: z.uuid('projects.invalid.choice'),
  authorities: z.preprocess(
    (value) => [value ?? []].flat(),
    z
      .array(z.enum(authorities, 'projects.invalid.choice'), 'projects.invalid.authorities')
      .min(1, 'projects.invalid.authorities')
      .transform((chosen) => authorities.filter((authority) => chosen.includes(authority))),
  ),
  from: optional(day).default(null),
  until: day,
})
export const RevokeDelegation = z.object({ ...slug, delegationId: z.uuid() })

/** The PI role for another member, perhaps at another institution. */
export const ProposeTransfer = z.object({
  ...slug,
  person: z.uuid('projects.invalid.choice'),
  institution: optional(organisation).default(null),
})
