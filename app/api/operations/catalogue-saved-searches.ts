import { z } from 'zod'
import { operation } from '@/app/api/operation'
import {
  changeSavedSearch,
  closeFeed,
  removeSavedSearch,
  renewFeed,
  saveSearch,
} from '@/lib/catalogue/commands/keep-searches'
import { savedSearches } from '@/lib/catalogue/queries/saved-searches'
import { ChangeSavedSearch, OneSavedSearch, SaveSearch } from '@/lib/catalogue/schema/inputs'
import { env } from '@/lib/platform/env'
import { moment, nothing } from './identity-answers'

const tag = 'Saved searches'
const write = { tag, scope: 'catalogue:write' } as const
const all = '/api/v1/me/saved-searches'
const one = `${all}/{savedSearchId}`
const id = z.uuid()
const query = z.string().meta({ description: 'As in the address of a search: q=lymph&modality=CT' })
const params = OneSavedSearch

export const listSavedSearches = operation({
  tag,
  scope: 'catalogue:read',
  id: 'listSavedSearches',
  method: 'get',
  path: all,
  summary: 'Your saved searches, 50 at most, with how many datasets each finds now',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        query,
        mail: z.boolean().meta({ description: 'Whether mail tells you of new datasets that it finds' }),
        hasFeed: z.boolean(),
        count: z.int().meta({ description: 'No further than 1000' }),
        createdAt: moment,
      }),
    ),
  }),
  door: savedSearches,
  render: (items: readonly unknown[]) => ({ items }),
})

export const keepSearch = operation({
  ...write,
  id: 'saveSearch',
  method: 'post',
  path: all,
  summary: 'Save a search',
  body: SaveSearch.meta({ example: { name: 'Chest CT', query: 'q=chest&modality=CT', mail: true } }),
  answer: z.object({ id, query }),
  status: 201,
  door: saveSearch,
})

export const changeSearch = operation({
  ...write,
  id: 'changeSavedSearch',
  method: 'put',
  path: one,
  summary: 'Rename a saved search and turn its mail on or off; turned on, it tells of what comes from then on',
  params,
  body: ChangeSavedSearch.omit({ savedSearchId: true }),
  answer: z.object({ id, name: z.string(), mail: z.boolean() }),
  door: changeSavedSearch,
})

export const dropSearch = operation({
  ...write,
  id: 'removeSavedSearch',
  method: 'delete',
  path: one,
  summary: 'Remove a saved search, and its feed',
  params,
  answer: nothing,
  status: 204,
  door: removeSavedSearch,
})

export const makeFeed = operation({
  ...write,
  id: 'renewFeed',
  method: 'post',
  path: `${one}/feed`,
  summary: 'Give a saved search an Atom feed with a new secret address; the one before leads nowhere from then on',
  params,
  answer: z.object({ id, address: z.url().meta({ description: 'Told this once: whoever has it reads the feed' }) }),
  status: 201,
  door: renewFeed,
  render: ({ id, secret }: { id: string; secret: string }) => ({
    id,
    address: `${env().PORTAL_ORIGIN}/feeds/${secret}`,
  }),
})

export const dropFeed = operation({
  ...write,
  id: 'closeFeed',
  method: 'delete',
  path: `${one}/feed`,
  summary: 'End the feed of a saved search',
  params,
  answer: nothing,
  status: 204,
  door: closeFeed,
})

export const savedSearchOperations = [listSavedSearches, keepSearch, changeSearch, dropSearch, makeFeed, dropFeed]
