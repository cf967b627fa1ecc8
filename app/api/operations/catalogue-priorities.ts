import { z } from 'zod'
import { operation } from '@/app/api/operation'
import {
  addPriorityItem,
  closePriorityItem,
  editPriorityItem,
  markPriorityItem,
  movePriorityItem,
} from '@/lib/catalogue/commands/keep-priorities'
import { type PriorityItem, priorityList } from '@/lib/catalogue/queries/priorities'
import {
  AddPriorityItem,
  ClosePriorityItem,
  EditPriorityItem,
  MarkPriorityItem,
  MovePriorityItem,
} from '@/lib/catalogue/schema/inputs'
import { moment } from './identity-answers'

const write = { tag: 'Priorities', scope: 'catalogue:write' } as const
const one = '/api/v1/priorities/{itemId}'
const params = z.object({ itemId: EditPriorityItem.shape.itemId })
const item = { itemId: true } as const
const id = z.uuid()
const rank = z.int()
const day = z.iso.date()

const Priority = z.object({
  id,
  rank,
  title: z.string(),
  description: z.string(),
  modality: z.array(z.string()).meta({ description: 'DICOM PS3.16 CID 29' }),
  organ: z.array(z.string()),
  state: z.enum(['wanted', 'collecting', 'collected', 'dropped']),
  revision: z.int(),
  decidedOn: day,
  closedAt: moment.nullable(),
  dataset: z.string().nullable().meta({ description: 'Slug of the published dataset that it became' }),
})

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)
const dated = (items: readonly PriorityItem[]) => items.map((one) => ({ ...one, decidedOn: dayOf(one.decidedOn) }))

type List = { open: PriorityItem[]; ended: PriorityItem[]; decidedOn: Date | null }

export const listPriorities = operation({
  id: 'listPriorities',
  method: 'get',
  path: '/api/v1/priorities',
  summary: 'The clinical council’s list of data to collect',
  tag: 'Priorities',
  scope: null,
  answer: z
    .object({
      decidedOn: day.nullable().meta({ description: 'The day of the council’s latest decision' }),
      open: z.array(Priority).meta({ description: 'Wanted or being gathered, in the council’s order' }),
      ended: z.array(Priority).meta({ description: 'Collected or dropped, the latest first' }),
    })
    .meta({ id: 'Priorities' }),
  door: priorityList,
  render: ({ open, ended, decidedOn }: List) => ({
    decidedOn: decidedOn && dayOf(decidedOn),
    open: dated(open),
    ended: dated(ended),
  }),
})

export const addPriority = operation({
  ...write,
  id: 'addPriority',
  method: 'post',
  path: '/api/v1/priorities',
  summary: 'Put a decision of the clinical council on the list, last',
  body: AddPriorityItem.meta({
    example: {
      title: 'Coronary CT with outcomes',
      description: 'Examinations with a year of follow-up',
      modality: 'CT',
      organ: 'Heart',
      decidedOn: '2026-11-02',
    },
  }),
  answer: z.object({ id, rank }),
  status: 201,
  door: addPriorityItem,
})

export const editPriority = operation({
  ...write,
  id: 'editPriority',
  method: 'put',
  path: one,
  summary: 'Say anew what an open item is',
  params,
  body: EditPriorityItem.omit(item),
  answer: z.object({ id, revision: z.int() }),
  door: editPriorityItem,
})

export const movePriority = operation({
  ...write,
  id: 'movePriority',
  method: 'post',
  path: `${one}/move`,
  summary: 'Move an open item to another place, counted from 1; the others close ranks',
  params,
  body: MovePriorityItem.omit(item),
  answer: z.object({ id, rank }),
  door: movePriorityItem,
})

export const markPriority = operation({
  ...write,
  id: 'markPriority',
  method: 'post',
  path: `${one}/mark`,
  summary: 'Say whether the data is being gathered, or still only wanted',
  params,
  body: MarkPriorityItem.omit(item),
  answer: z.object({ id, state: z.string(), revision: z.int() }),
  door: markPriorityItem,
})

export const closePriority = operation({
  ...write,
  id: 'closePriority',
  method: 'post',
  path: `${one}/close`,
  summary: 'End an item: collected, perhaps as a published dataset, or dropped',
  params,
  body: ClosePriorityItem.omit(item),
  answer: z.object({ id, state: z.string() }),
  door: closePriorityItem,
})

export const priorityOperations = [listPriorities, addPriority, editPriority, movePriority, markPriority, closePriority]
