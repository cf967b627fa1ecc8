import { z } from 'zod'
import { roles } from '@/lib/identity/policy'
import { languages } from '@/lib/platform/messages'

export const moment = z.iso.datetime()
/** What a write answers that has nothing to say: 204. */
export const nothing = z.null()

const Identity = z.object({
  id: z.uuid(),
  issuer: z.string(),
  affiliation: z.array(z.string()),
  assurance: z.array(z.string()),
  homeDomain: z.string().nullable(),
  mfaClass: z.string().nullable(),
  seenAt: moment,
})

export const Me = z
  .object({
    id: z.uuid().meta({ description: 'By which other operations name you' }),
    name: z.string(),
    email: z.email(),
    orcid: z.string().nullable(),
    orcidVouched: z.boolean(),
    organisation: z.string().nullable().meta({ description: 'ROR address' }),
    department: z.string().nullable(),
    language: z.enum(languages),
    revision: z.number().int(),
    roles: z.array(z.enum(roles)),
    rolesAct: z.boolean().meta({ description: 'Hub roles act only after a sign-in with a second factor' }),
    identities: z.array(Identity),
  })
  .meta({ id: 'Me' })

export const PersonListed = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.email(),
    deactivatedAt: moment.nullable(),
    demonstration: z.boolean(),
    roles: z.array(z.enum(roles)),
  })
  .meta({ id: 'PersonListed' })

const Decision = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  role: z.string().nullable(),
  action: z.string(),
  reason: z.string(),
  at: moment,
  by: z.string().nullable(),
})

export const PersonFile = z
  .object({
    ...PersonListed.shape,
    orcid: z.string().nullable(),
    organisation: z.string().nullable(),
    department: z.string().nullable(),
    createdAt: moment,
    own: z.boolean(),
    secondFactor: z.boolean(),
    decisions: z.array(Decision),
  })
  .meta({ id: 'PersonFile' })

export const JournalEntry = z
  .object({
    id: z.uuid(),
    at: moment,
    type: z.string(),
    stream: z.string(),
    seq: z.number().int(),
    actorKind: z.string().meta({
      description: 'person, system, anonymous, or withheld: somebody of the hub, who of whom you are not told',
    }),
    actor: z.string().nullable(),
    behalf: z.string().nullable(),
    subject: z.string().nullable(),
    subjectId: z.string(),
    person: z.string().nullable().meta({ description: 'The name of whom `data.person` names' }),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'JournalEntry',
    description: 'Ids and codes only; each is chained by hash to the one before in its stream',
  })
