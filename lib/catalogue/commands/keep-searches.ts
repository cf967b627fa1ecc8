import 'server-only'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { fingerprint } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { newId, newSecret } from '@/lib/platform/id'
import { notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayKeepSavedSearch } from '../policy'
import { ChangeSavedSearch, OneSavedSearch, SaveSearch } from '../schema/inputs'
import {
  countSaved,
  deleteSavedSearch,
  insertSavedSearch,
  lockSavedSearch,
  updateSavedSearch,
} from '../store/saved-searches'

/** The most searches that one person may keep. */
const mostSaved = 50

const loadOwn = async (tx: Tx, { savedSearchId }: OneSavedSearch) => ({
  saved: await lockSavedSearch(tx, savedSearchId),
})
type Loaded = Awaited<ReturnType<typeof loadOwn>>
// Of somebody else's search, and of one that is not there, nothing is told but "not found".
const authorizeOwn = ({ actor }: Context, { saved }: Loaded) => mayKeepSavedSearch(actor, saved?.personId ?? null)

/** Keeps a search for its person. The query is kept in its plain form. */
export const saveSearch = command({
  name: 'catalogue.save-search',
  input: SaveSearch,
  load: async (tx, _, { actor }) => ({ saved: isPerson(actor) ? await countSaved(tx, actor.id) : 0 }),
  authorize: ({ actor }) => mayKeepSavedSearch(actor, null),
  decide: ({ actor }, { saved }, wish) => {
    if (!isPerson(actor)) return notFound()
    if (saved >= mostSaved) return refuse('catalogue.too-many-saved', { limit: mostSaved })
    return { ...happened.searchSaved(newId(), { mail: wish.mail }), wish, personId: actor.id }
  },
  apply: async (tx, { subjectId: id, wish, personId }, _, ctx) => {
    await insertSavedSearch(tx, ctx, { ...wish, id, personId })
    return { id, query: wish.query }
  },
})

/** Renames a saved search and turns its mail on or off. Turned on, it tells of what comes from then on. */
export const changeSavedSearch = command({
  name: 'catalogue.change-saved-search',
  input: ChangeSavedSearch,
  load: loadOwn,
  authorize: authorizeOwn,
  decide: (_, { saved }, { name, mail }) =>
    saved === null
      ? notFound()
      : { ...happened.savedSearchChanged(saved.id, { mail }), name, began: mail && !saved.mail },
  apply: async (tx, { subjectId: id, data, name, began }, _, ctx) => {
    await updateSavedSearch(tx, id, { name, mail: data.mail, ...(began ? { toldUpTo: ctx.now } : {}) })
    return { id, name, mail: data.mail }
  },
})

/** Gives the search's feed a new secret address, told this once; the one before leads nowhere from now on. */
export const renewFeed = command({
  name: 'catalogue.renew-feed',
  input: OneSavedSearch,
  load: loadOwn,
  authorize: authorizeOwn,
  decide: (_, { saved }) =>
    saved === null ? notFound() : { ...happened.feedRenewed(saved.id, {}), secret: newSecret() },
  apply: async (tx, { subjectId: id, secret }) => {
    await updateSavedSearch(tx, id, { feedHash: fingerprint(secret) })
    return { id, secret }
  },
})

/** Ends the search's feed. */
export const closeFeed = command({
  name: 'catalogue.close-feed',
  input: OneSavedSearch,
  load: loadOwn,
  authorize: authorizeOwn,
  decide: (_, { saved }) => (saved === null ? notFound() : happened.feedClosed(saved.id, {})),
  apply: async (tx, { subjectId: id }) => {
    await updateSavedSearch(tx, id, { feedHash: null })
    return { id }
  },
})

export const removeSavedSearch = command({
  name: 'catalogue.remove-saved-search',
  input: OneSavedSearch,
  load: loadOwn,
  authorize: authorizeOwn,
  decide: (_, { saved }) => (saved === null ? notFound() : happened.savedSearchRemoved(saved.id, {})),
  apply: async (tx, { subjectId: id }) => {
    await deleteSavedSearch(tx, id)
    return { id }
  },
})
