import { stageImport } from '@/lib/catalogue/commands/import-datasets'
import { addPriorityItem } from '@/lib/catalogue/commands/keep-priorities'
import { renewFeed, saveSearch } from '@/lib/catalogue/commands/keep-searches'
import { proposeCollection } from '@/lib/catalogue/commands/propose-collection'
import type { Person } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { recordOf, steward } from '../catalogue/stewards'
import { as, somebody } from '../identity/people'
import type { SampleOf } from './samples'

const reason = 'The council agreed'
const wanted = { title: 'Knees', description: 'Knee MR with outcomes', modality: 'MR', organ: 'Knee' }
const priority = { ...wanted, decidedOn: '2026-11-02' }
const proposal = { ...wanted, clinicalNeed: 'Fewer operations' }
const search = { name: 'Chest CT', query: 'q=chest&modality=CT', mail: true }
const rows = () => [recordOf(`s${newId()}`)]

const stewards = (sample: SampleOf['sample']): SampleOf => ({ sample, needsRole: true })

const batch = stewards(async () => {
  const upload = { format: 'json', content: JSON.stringify(rows()) }
  return { params: { batchId: (await stageImport(await steward(), upload)).id } }
})
const onItem = (body: object) =>
  stewards(async () => {
    const { id: itemId } = await addPriorityItem(await steward(), priority)
    return { params: { itemId }, body: { expectedRevision: 1, ...body } }
  })
const decision = stewards(async () => {
  const { id: proposalId } = await proposeCollection(as(await somebody()), proposal)
  return { params: { proposalId }, body: { expectedRevision: 1, reason } }
})
const onSearch = (body?: object): SampleOf => ({
  sample: async (me: Person) => {
    const { id: savedSearchId } = await saveSearch(as(me), search)
    await renewFeed(as(me), { savedSearchId })
    return { params: { savedSearchId }, ...(body && { body }) }
  },
})

/** Right requests for imports, priorities, proposals and saved searches. */
export const catalogueSamples: Readonly<Record<string, SampleOf>> = {
  stageImport: stewards(() => ({ body: { datasets: rows(), fileName: 'nightly.json' } })),
  listImports: stewards(() => ({})),
  readImport: batch,
  applyImport: batch,
  listPriorities: { sample: () => ({}) },
  addPriority: stewards(() => ({ body: priority })),
  editPriority: onItem({ ...priority, title: 'Knees and hips' }),
  movePriority: onItem({ rank: 1 }),
  markPriority: onItem({ state: 'collecting' }),
  closePriority: onItem({ outcome: 'dropped' }),
  listProposals: stewards(() => ({})),
  listOwnProposals: { sample: () => ({}) },
  proposeCollection: { sample: () => ({ body: proposal }) },
  takeUpProposal: decision,
  declineProposal: decision,
  listSavedSearches: { sample: () => ({}) },
  saveSearch: { sample: () => ({ body: search }) },
  changeSavedSearch: onSearch({ name: 'CT of the chest', mail: false }),
  removeSavedSearch: onSearch(),
  renewFeed: onSearch(),
  closeFeed: onSearch(),
}
