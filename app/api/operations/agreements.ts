import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { acceptText } from '@/lib/agreements/commands/accept-text'
import { agreementText, agreementTexts, ownAgreements } from '@/lib/agreements/queries/texts'
import { textKinds } from '@/lib/agreements/rules/in-force'
import { OneText } from '@/lib/agreements/schema/inputs'
import { documentOperations } from './agreement-documents'
import { moment } from './identity-answers'

const tag = 'Agreements'
const one = '/api/v1/agreements/{kind}/versions/{version}'
const kind = z.enum(textKinds)
const version = z.int()
const words = { version, titleEn: z.string(), titleSv: z.string(), bodyEn: z.string(), bodySv: z.string() }
const dates = {
  publishedAt: moment,
  bindsFrom: moment.meta({ description: 'From when on it is demanded; until then the one before is enough' }),
}
const changeNote = z.string().meta({ description: 'What differs from the version before' })

export const listTexts = operation({
  id: 'listAgreementTexts',
  method: 'get',
  path: '/api/v1/agreements',
  summary: 'The hub’s texts, each with its published versions, the newest first, and which one binds now',
  tag,
  scope: null,
  answer: z.object({
    items: z.array(
      z.object({
        kind,
        binding: version.nullable(),
        versions: z.array(z.object({ kind, version, titleEn: z.string(), titleSv: z.string(), changeNote, ...dates })),
      }),
    ),
  }),
  door: agreementTexts,
  render: (items: unknown) => ({ items }),
})

export const readText = operation({
  id: 'readAgreementText',
  method: 'get',
  path: one,
  summary: 'One version of a text in both languages, with the version before it',
  description: 'The body is Markdown: headings, paragraphs and lists.',
  tag,
  scope: null,
  params: OneText,
  answer: z.object({
    kind,
    ...words,
    changeNote,
    ...dates,
    binding: z.boolean(),
    newest: version,
    before: z.object(words).nullable(),
  }),
  door: agreementText,
})

export const readOwnAgreements = operation({
  id: 'readOwnAgreements',
  method: 'get',
  path: '/api/v1/me/agreements',
  summary: 'Which versions of the user terms you accepted, whether you owe an acceptance now, and what is coming',
  tag,
  scope: 'projects:read',
  answer: z.object({
    accepted: z.array(version),
    owes: z.boolean().meta({ description: 'What needs the user terms is refused until you accept' }),
    offered: z
      .object({ kind, version, bindsFrom: moment })
      .nullable()
      .meta({ description: 'The newest version, where you have not accepted it' }),
    mayAccept: z.boolean().meta({ description: 'Only in a signed-in browser' }),
  }),
  door: ownAgreements,
})

export const accept = operation({
  id: 'acceptAgreementText',
  method: 'post',
  path: `${one}/accept`,
  summary: 'Accept a version of the user terms for yourself: in a signed-in browser only, never with a token',
  tag,
  scope: 'projects:write',
  sessionOnly: true,
  params: OneText,
  answer: z.object({ kind, version, acceptedAt: moment }),
  door: acceptText,
})

export const agreementOperations = [listTexts, readText, readOwnAgreements, accept, ...documentOperations]
