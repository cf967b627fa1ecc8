import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { giveRole, takeRole } from '@/lib/identity/commands/roles'
import { journal } from '@/lib/identity/queries/journal'
import { personFile, searchPeople } from '@/lib/identity/queries/people'
import { JournalFilter } from '@/lib/identity/schema/journal'
import { PeopleSearch, PersonChoice, RoleDecision } from '@/lib/identity/schema/people'
import { JournalEntry, nothing, PersonFile, PersonListed } from './identity-answers'

const admin = { tag: 'People', scope: 'admin' } as const
const cursor = z.uuid().nullable()

type Page<Name extends string> = { [name in Name]: readonly unknown[] } & { next: string | null }

export const listPeople = operation({
  ...admin,
  id: 'searchPeople',
  method: 'get',
  path: '/api/v1/people',
  summary: 'People by name, address, ORCID iD and hub role; for administrators',
  query: PeopleSearch,
  answer: z.object({ items: z.array(PersonListed), total: z.number().int(), nextCursor: cursor }),
  door: searchPeople,
  render: ({ people, total, next }: Page<'people'> & { total: number }) => ({ items: people, total, nextCursor: next }),
})

export const readPerson = operation({
  ...admin,
  id: 'readPerson',
  method: 'get',
  path: '/api/v1/people/{person}',
  summary: 'One person with roles and the decisions about them; for administrators',
  params: PersonChoice,
  answer: PersonFile,
  door: personFile,
})

const { reason, ...choice } = RoleDecision.shape
const role = {
  ...admin,
  path: '/api/v1/people/{person}/roles/{role}',
  params: z.object(choice),
  body: z.object({ reason }),
  answer: nothing,
  status: 204,
} as const

export const giveHubRole = operation({
  ...role,
  id: 'giveRole',
  method: 'put',
  summary: 'Give somebody a hub role, with the reason; for administrators',
  door: giveRole,
})

export const takeHubRole = operation({
  ...role,
  id: 'takeRole',
  method: 'delete',
  summary: 'Take a hub role from somebody, with the reason; for administrators',
  door: takeRole,
})

const { before, ...filter } = JournalFilter.shape

export const readJournal = operation({
  id: 'readJournal',
  method: 'get',
  path: '/api/v1/journal',
  summary: 'Who did what, the newest first, as far as you may see',
  tag: 'Journal',
  scope: 'journal:read',
  query: z.object({ ...filter, cursor: before }),
  answer: z.object({
    scope: z.enum(['all', 'catalogue', 'own']).meta({ description: 'How much of the journal you may see' }),
    items: z.array(JournalEntry),
    nextCursor: cursor,
  }),
  prepare: ({ cursor, ...wanted }) => ({ ...wanted, before: cursor }),
  door: journal,
  render: ({ scope, entries, next }: Page<'entries'> & { scope: string }) => ({
    scope,
    items: entries,
    nextCursor: next,
  }),
})

export const administrationOperations = [listPeople, readPerson, giveHubRole, takeHubRole, readJournal]
