import { z } from 'zod'
import { authorities } from '@/lib/projects/rules/authority'
import { lives } from '@/lib/projects/rules/periods'
import { projectTypes } from '@/lib/projects/rules/types'
import { Delegate } from '@/lib/projects/schema/members'
import { moment } from './identity-answers'

const id = z.uuid()
const day = z.iso.date()
const type = z.enum(projectTypes)
const life = z.enum(lives)
const authority = z.enum(authorities)

/** What the public directory says of a project. */
export const Listed = z
  .object({
    slug: z.string(),
    name: z.string(),
    type,
    life,
    piName: z.string(),
    institutionName: z.string(),
    department: z.string(),
    description: z.string(),
    partners: z.array(z.string()),
    startsOn: day,
    endsOn: day.meta({ description: 'The last day' }),
  })
  .meta({ id: 'ListedProject' })

const Standing = z.object({
  role: z.enum(['pi', 'member', 'outsider']),
  authorities: z.array(authority).meta({ description: 'What you may do for the project now' }),
})

export const Own = z
  .object({
    slug: z.string(),
    name: z.string(),
    type,
    life,
    piName: z.string(),
    institutionName: z.string(),
    hiddenOnSheet: z.boolean(),
    gpuBudget: z.int().meta({ description: 'GPU weeks' }),
    gpuUsed: z.int().meta({ description: 'GPU weeks that count now' }),
    startsOn: day,
    endsOn: day,
    confirmationDue: moment,
    confirmationOverdue: z.boolean(),
    transferWaits: z
      .enum(['you', 'other', 'hub'])
      .nullable()
      .meta({ description: 'Whose answer a transfer of the PI role waits for' }),
    standing: Standing,
  })
  .meta({ id: 'OwnProject' })

export const Project = z
  .object({
    slug: z.string(),
    name: z.string(),
    type,
    life,
    startsOn: day,
    endsOn: day,
    piName: z.string(),
    piOpen: z.boolean().meta({ description: 'Whether the account of its PI is open' }),
    institution: z.string().nullable().meta({ description: 'ROR address' }),
    institutionName: z.string(),
    department: z.string(),
    description: z.string(),
    partners: z.array(z.object({ name: z.string(), ror: z.string().nullable() })),
    listed: z.boolean(),
    hiddenOnSheet: z.boolean(),
    gpuBudget: z.int(),
    gpuUsed: z.int().meta({ description: 'GPU weeks that count now' }),
    quotaGigabytes: z.int(),
    memberCount: z.int(),
    membersConfirmedAt: moment,
    confirmationDue: moment,
    confirmationOverdue: z.boolean(),
    revision: z.int(),
    standing: Standing,
    transfer: z
      .object({
        id,
        from: z.string(),
        to: z.string(),
        institutionName: z.string(),
        state: z.string(),
        createdAt: moment,
        acceptedAt: moment.nullable(),
        may: z.array(z.string()),
      })
      .nullable()
      .meta({ description: 'The PI role on its way' }),
    may: z.record(z.string(), z.boolean()).meta({ description: 'What you could do with it now' }),
  })
  .meta({ id: 'Project' })

export const RegisterEntry = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    type,
    life,
    piName: z.string(),
    institutionName: z.string(),
    startsOn: day,
    endsOn: day,
    gpuBudget: z.int(),
    gpuUsed: z.int(),
    confirmationOverdue: z.boolean(),
    piOpen: z.boolean().meta({ description: 'Whether the account of its PI is open' }),
  })
  .meta({ id: 'ProjectRegisterEntry' })

const application = {
  id,
  type,
  name: z.string(),
  institution: z.string().nullable(),
  institutionName: z.string(),
  department: z.string(),
  description: z.string(),
  needs: z.string(),
  partners: z.array(z.string()),
  listed: z.boolean().meta({ description: 'The applicant agrees to the public directory' }),
  startsOn: day,
  endsOn: day,
  revision: z.int(),
  createdAt: moment,
}

export const OwnApplication = z
  .object({
    ...application,
    state: z.enum(['submitted', 'approved', 'declined', 'withdrawn']),
    reason: z.string().nullable(),
    decidedAt: moment.nullable(),
    slug: z.string().nullable().meta({ description: 'The project that it became' }),
  })
  .meta({ id: 'ProjectApplication' })

export const Waiting = z.object({
  applications: z.array(
    z.object({
      ...application,
      applicant: z.string(),
      usualBudget: z.int().nullable().meta({ description: 'GPU weeks that its kind gives; null: state one' }),
      mayDecide: z.boolean().meta({ description: 'It is not your own' }),
    }),
  ),
  transfers: z.array(
    z.object({
      id,
      from: z.string(),
      to: z.string(),
      institutionName: z.string(),
      acceptedAt: moment.nullable(),
      project: z.object({ slug: z.string(), name: z.string() }),
    }),
  ),
})

export const Members = z.object({
  people: z.array(
    z.object({
      id,
      name: z.string(),
      email: z.email(),
      organisation: z.string().nullable(),
      isPi: z.boolean(),
      authorities: z.array(authority),
      joinedAt: moment.nullable(),
      mayRemove: z.boolean(),
    }),
  ),
  invitations: z
    .array(z.object({ id, email: z.email(), invitedBy: z.string(), createdAt: moment, expiresAt: moment }))
    .meta({ description: 'For whoever manages members' }),
})

const delegation = {
  id,
  giver: z.string(),
  holder: z.string(),
  authorities: z.array(authority),
  from: day,
  until: day,
  state: z.enum(['running', 'to-come', 'over', 'revoked', 'void']),
}

const Branch = z
  .object({
    ...delegation,
    mayRevoke: z.boolean(),
    get branches(): z.ZodArray<z.ZodType> {
      return z.array(Branch)
    },
  })
  .meta({ id: 'Delegation', description: 'Under each stand those that were given from it' })

export const Delegations = z.object({
  piName: z.string(),
  tree: z.array(Branch),
  ended: z.array(z.object({ ...delegation, endedBy: z.string().nullable(), endedAt: moment.nullable() })),
  own: z.array(authority).meta({ description: 'Your own authorities' }),
  candidates: z.array(z.object({ id, name: z.string() })),
})

const { slug: _, ...gift } = Delegate.shape
/** A delegation as a program gives it: authorities as a list. */
export const Gift = z.object({ ...gift, authorities: z.array(authority).min(1) })
