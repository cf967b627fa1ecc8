import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { createForm, discardFormDraft, saveFormDraft } from '@/lib/access/commands/form-drafts'
import { publishForm, reinstateForm, retireForm } from '@/lib/access/commands/form-versions'
import { formOfDataset, publishedForm, publishedForms, publishedFormVersion } from '@/lib/access/queries/forms'
import { keptForm, keptForms } from '@/lib/access/queries/forms-kept'
import { FormContent } from '@/lib/access/schema/forms'
import {
  CreateForm,
  DatasetAddress,
  DiscardFormDraft,
  OneForm,
  OneFormVersion,
  PublishForm,
  ReinstateForm,
  RetireForm,
  SaveFormDraft,
} from '@/lib/access/schema/forms-inputs'
import { moment } from './identity-answers'

const tag = 'Forms'
const open = { tag, scope: null, method: 'get' } as const
const read = { tag, scope: 'catalogue:read', method: 'get' } as const
const write = { tag, scope: 'catalogue:write' } as const
const kept = '/api/v1/stewardship/forms/{form}'
const at = { form: true } as const

const form = z.string()
const number = z.int().min(1)
const revision = z.int()
const state = z.enum(['active', 'retired'])
const title = z.object({ en: z.string(), sv: z.string() })
const version = z.object({
  number,
  changeNote: z.string().meta({ description: 'What differs from the version before' }),
  publishedAt: moment,
})
const asked = version.extend({ content: FormContent })

export const listForms = operation({
  ...open,
  id: 'listForms',
  path: '/api/v1/forms',
  summary: 'The forms that applicants for data are asked by, each with its newest version',
  answer: z.object({
    items: z.array(z.object({ form, state, title, number, publishedAt: moment })),
  }),
  door: publishedForms,
  render: (items: unknown) => ({ items }),
})

export const readForm = operation({
  ...open,
  id: 'readForm',
  path: '/api/v1/forms/{form}',
  summary: 'A form with everything that its newest version asks, in both languages, and the list of its versions',
  params: OneForm,
  answer: asked.extend({ form, state, versions: z.array(version) }),
  door: publishedForm,
})

export const readFormVersion = operation({
  ...open,
  id: 'readFormVersion',
  path: '/api/v1/forms/{form}/versions/{number}',
  summary: 'One version of a form, however old, with the one before it',
  description: 'A published version never changes: a request keeps the one that it was made with.',
  params: OneFormVersion,
  answer: asked.extend({ form, state, before: asked.nullable(), newest: number }),
  door: publishedFormVersion,
})

export const readDatasetForm = operation({
  ...open,
  id: 'readDatasetForm',
  path: '/api/v1/datasets/{slug}/form',
  summary: 'The form that a request for this dataset is made with',
  params: DatasetAddress,
  answer: z.object({
    form,
    title: title.nullable().meta({ description: 'Null: none was published, so nothing is asked' }),
    number: number.nullable(),
    asks: z.array(title).meta({ description: 'What everybody has to answer, in the words of the form' }),
  }),
  door: formOfDataset,
})

export const listKeptForms = operation({
  ...read,
  id: 'listKeptForms',
  path: '/api/v1/stewardship/forms',
  summary: 'Every form as its stewards see it, drafts and retired ones included',
  answer: z.object({
    items: z.array(
      z.object({
        form,
        state,
        title,
        fields: z.int(),
        number: number.nullable().meta({ description: 'Of the newest version; null: never published' }),
        publishedAt: moment.nullable(),
        draftAt: moment.nullable().meta({ description: 'When the draft was saved; null: there is none' }),
      }),
    ),
  }),
  door: keptForms,
  render: ({ forms }: { forms: unknown }) => ({ items: forms }),
})

export const readKeptForm = operation({
  ...read,
  id: 'readKeptForm',
  path: kept,
  summary: 'One form as its stewards see it: its draft, its versions, its revision',
  params: OneForm,
  answer: z.object({
    form,
    state,
    revision,
    content: FormContent.meta({ description: 'The draft, else the newest version' }),
    draft: FormContent.nullable(),
    draftAt: moment.nullable(),
    draftBy: z.string().nullable(),
    current: asked.nullable(),
    versions: z.array(version),
    workflows: z
      .array(z.string())
      .meta({ description: 'The workflows that ask with it; while there is one it is not retired' }),
    mayWrite: z.boolean(),
  }),
  door: keptForm,
})

export const makeForm = operation({
  ...write,
  id: 'createForm',
  method: 'post',
  path: '/api/v1/stewardship/forms',
  summary: 'Make a form that only stewards see, as a draft',
  body: CreateForm,
  answer: z.object({ form, revision }),
  status: 201,
  door: createForm,
  location: (made: { form: string }) => `/api/v1/stewardship/forms/${made.form}`,
})

export const changeFormDraft = operation({
  ...write,
  id: 'saveFormDraft',
  method: 'put',
  path: `${kept}/draft`,
  summary: 'Replace the draft of a form; of a published one this begins its next version',
  params: OneForm,
  body: SaveFormDraft.omit(at),
  answer: z.object({
    form,
    revision,
    drafted: z.boolean().meta({ description: 'False: it asks what is published already, so there is no draft' }),
  }),
  door: saveFormDraft,
})

export const dropFormDraft = operation({
  ...write,
  id: 'discardFormDraft',
  method: 'post',
  path: `${kept}/discard`,
  summary: 'Throw the draft away; a form that was never published goes with it',
  params: OneForm,
  body: DiscardFormDraft.omit(at),
  answer: z.object({ form, removed: z.boolean() }),
  door: discardFormDraft,
})

export const makeFormVersion = operation({
  ...write,
  id: 'publishForm',
  method: 'post',
  path: `${kept}/versions`,
  summary: 'Publish the draft as the next version; requests that were made keep theirs',
  params: OneForm,
  body: PublishForm.omit(at),
  answer: z.object({ form, number, id: z.uuid(), revision }),
  status: 201,
  door: publishForm,
  location: (made: { form: string; number: number }) => `/api/v1/forms/${made.form}/versions/${made.number}`,
})

const moved = { params: OneForm, answer: z.object({ form, revision }) } as const

export const endForm = operation({
  ...write,
  ...moved,
  id: 'retireForm',
  method: 'post',
  path: `${kept}/retire`,
  summary: 'Take a form out of use: no workflow can ask with it, so none must do so now',
  body: RetireForm.omit(at),
  door: retireForm,
})

export const useFormAgain = operation({
  ...write,
  ...moved,
  id: 'reinstateForm',
  method: 'post',
  path: `${kept}/reinstate`,
  summary: 'Take a retired form into use again',
  body: ReinstateForm.omit(at),
  door: reinstateForm,
})

export const formOperations = [
  listForms,
  readForm,
  readFormVersion,
  readDatasetForm,
  listKeptForms,
  readKeptForm,
  makeForm,
  changeFormDraft,
  dropFormDraft,
  makeFormVersion,
  endForm,
  useFormAgain,
]
