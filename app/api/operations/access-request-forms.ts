import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { divideDraft } from '@/lib/access/commands/divide'
import { takeForm } from '@/lib/access/commands/take-form'
import { OneRequest, RequestAddress, SomeDatasets } from '@/lib/access/schema/requests'
import { Answered, stands } from './access-answers'

const write = { tag: 'Data access', scope: 'requests:write' } as const
const all = '/api/v1/requests'
const one = `${all}/{request}`

/** A verb of somebody who asks, on one draft. */
const verb = { ...write, method: 'post', params: RequestAddress, answer: Answered, render: stands } as const
const revision = OneRequest.pick({ expectedRevision: true })

export const takeUpForm = operation({
  ...verb,
  id: 'takeForm',
  path: `${one}/form`,
  summary: 'Make a draft with the newest version of the form that its datasets are asked with now',
  description:
    'Answers go along by the key of their field; those that the form does not ask are left out of the draft, and kept among its changes.',
  body: revision,
  door: takeForm,
})

const Made = z.object({ id: z.uuid(), reference: z.string() })

export const divide = operation({
  ...verb,
  id: 'divideRequest',
  path: `${one}/divide`,
  summary:
    'Begin a request of its own for some datasets of a draft, which leave it: where they are asked with another form',
  body: SomeDatasets.omit({ request: true }).meta({ example: { datasets: ['micromen'] } }),
  answer: Answered.extend({ to: Made.meta({ description: 'The request that was begun' }) }),
  status: 201,
  door: divideDraft,
  render: (result: z.output<typeof Answered> & { to: z.output<typeof Made> }) => ({ ...stands(result), to: result.to }),
  location: ({ to }: { to: { id: string } }) => `${all}/${to.id}`,
})

export const requestFormOperations = [takeUpForm, divide]
