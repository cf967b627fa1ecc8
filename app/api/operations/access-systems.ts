import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { replayDelivery } from '@/lib/access/commands/deliveries'
import { editSystem, registerSystem, removeSystem, renewSecret } from '@/lib/access/commands/systems'
import { type Deliveries, deliveries, oneSystem, systems } from '@/lib/access/queries/systems'
import { newsKinds } from '@/lib/access/rules/use'
import {
  DeliveryPage,
  EditSystem,
  OneDelivery,
  OneSystem,
  RegisterSystem,
  RenewSecret,
} from '@/lib/access/schema/systems'
import { moment } from './identity-answers'

const keep = { tag: 'Connected systems', scope: 'admin' } as const
const all = '/api/v1/access-systems'
const one = `${all}/{system}`
const example = {
  name: 'Sensitive data archive',
  url: 'https://archive.example.org/hooks/aida',
  events: [...newsKinds],
}

const System = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(newsKinds)),
  enabled: z.boolean(),
  revision: z.int(),
  createdAt: moment,
  waiting: z.int().meta({ description: 'News that it has not acknowledged' }),
  faults: z.int().meta({ description: 'How many calls in a row have failed; 0: it is in reach' }),
  nextAt: moment.nullable().meta({ description: 'When it is called again that is out of reach' }),
})
const secret = z
  .string()
  .meta({ description: 'By which what it is told is signed (Standard Webhooks); given this once' })
type Made = { id: string; token: string }

export const listSystems = operation({
  ...keep,
  method: 'get',
  id: 'listSystems',
  path: all,
  summary: 'The connected systems that are told of grants, with what they have not acknowledged',
  answer: z.object({ items: z.array(System.extend({ withdrawalsWaiting: z.int() })) }),
  door: systems,
  render: (items: unknown[]) => ({ items }),
})

export const register = operation({
  ...keep,
  method: 'post',
  id: 'registerSystem',
  path: all,
  summary: 'Connect a system: it is told of grants from now on, and at once of what stands already',
  description:
    'News comes as POST with a JSON body and the headers webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks 1.0). Any answer of 2xx acknowledges it; anything else is tried again, for ever. News that ends something comes before news that gives something. Answer 4xx (not 401, 403, 407, 408, 425, 429) to what cannot be taken: it is tried again later, and what comes after it at once. Any other fault ends the calls until a wait is over. Of two pieces of news of one grant and person the one with the greater `sequence` holds.',
  body: RegisterSystem.meta({ example }),
  answer: z.object({ id: z.uuid(), revision: z.int(), secret }),
  status: 201,
  door: registerSystem,
  render: ({ id, token }: Made) => ({ id, revision: 1, secret: token }),
  location: ({ id }: Made) => `${all}/${id}`,
})

export const read = operation({
  ...keep,
  method: 'get',
  id: 'readSystem',
  path: one,
  summary: 'A connected system',
  params: OneSystem,
  answer: System,
  door: oneSystem,
})

export const edit = operation({
  ...keep,
  method: 'put',
  id: 'editSystem',
  path: one,
  summary: 'Change a connected system, switch it off or on; while it is off, news waits for it',
  params: OneSystem,
  body: EditSystem.omit({ system: true }).meta({ example: { ...example, enabled: true, expectedRevision: 1 } }),
  answer: z.object({ id: z.uuid(), revision: z.int() }),
  door: editSystem,
})

export const remove = operation({
  ...keep,
  method: 'delete',
  id: 'removeSystem',
  path: one,
  summary: 'Disconnect a system for good',
  params: OneSystem,
  answer: z.object({}),
  status: 204,
  door: removeSystem,
})

export const renew = operation({
  ...keep,
  method: 'post',
  id: 'renewSystemSecret',
  path: `${one}/secret`,
  summary: 'Give a connected system another secret; for a day what is sent is signed with both',
  description:
    'The header webhook-signature then holds two signatures, with a space between them; either is enough. What waits is tried at once.',
  params: OneSystem,
  body: RenewSecret.omit({ system: true }).meta({ example: { withdraw: false } }),
  answer: z.object({ secret }),
  door: renewSecret,
  render: ({ token }: Made) => ({ secret: token }),
})

export const listDeliveries = operation({
  ...keep,
  method: 'get',
  id: 'listDeliveries',
  path: `${one}/deliveries`,
  summary: 'What a connected system was told, the newest first, each with its last tries and what was answered',
  params: OneSystem,
  query: DeliveryPage.omit({ system: true }),
  answer: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(newsKinds),
        state: z.enum(['acknowledged', 'superseded', 'failing', 'waiting']),
        sequence: z.int(),
        grantId: z.uuid(),
        reference: z.string(),
        dataset: z.string(),
        person: z.string(),
        createdAt: moment,
        acknowledgedAt: moment.nullable(),
        attempts: z.int(),
        nextAt: moment.nullable().meta({ description: 'When it is tried next; null: no more' }),
        tries: z.array(
          z.object({
            number: z.int(),
            at: moment,
            status: z.int().nullable(),
            fault: z.string().nullable(),
            answer: z.string(),
            milliseconds: z.int(),
          }),
        ),
      }),
    ),
    nextCursor: z.uuid().nullable(),
  }),
  door: deliveries,
  render: ({ items, next }: Deliveries) => ({
    items: items.map(({ supersededAt, nextAt, ...item }) => ({
      ...item,
      nextAt: item.acknowledgedAt === null && supersededAt === null ? nextAt : null,
    })),
    nextCursor: next,
  }),
})

export const replay = operation({
  ...keep,
  method: 'post',
  id: 'replayDelivery',
  path: '/api/v1/access-deliveries/{delivery}/replay',
  summary: 'Send a delivery once more, also one that was acknowledged: the same words by the same id',
  params: OneDelivery,
  answer: z.object({ id: z.uuid() }),
  door: replayDelivery,
})

export const systemOperations = [listSystems, register, read, edit, remove, renew, listDeliveries, replay]
