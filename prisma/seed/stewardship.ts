import { hideDataset } from '../../lib/catalogue/commands/change-visibility'
import { createDataset } from '../../lib/catalogue/commands/create-dataset'
import { addPriorityItem, closePriorityItem, markPriorityItem } from '../../lib/catalogue/commands/keep-priorities'
import { saveSearch } from '../../lib/catalogue/commands/keep-searches'
import { decideProposal, proposeCollection } from '../../lib/catalogue/commands/propose-collection'
import { publishVersion } from '../../lib/catalogue/commands/publish-version'
import { saveDraft } from '../../lib/catalogue/commands/save-draft'
import type { DatasetRecord } from '../../lib/catalogue/schema/record'
import type { Context } from '../../lib/platform/context'
import { people, personaId } from './people'

type Key = (typeof people)[number]['key']

const day = 86_400_000

/** A persona at work some days ago. */
function as(key: Key, now: Date, daysAgo: number): Context {
  const persona = people.find((one) => one.key === key)
  const roles = persona && 'role' in persona ? [persona.role] : []
  const name = persona?.name ?? key
  const actor = {
    kind: 'person',
    id: personaId(key),
    name,
    roles,
    secondFactor: true,
    scopes: null,
    sessionId: null,
  } as const
  const at = new Date(now.getTime() - daysAgo * day)
  return { actor, now: at, requestId: 'seed', language: 'en', onBehalfOf: null }
}

/** A made-up dataset, which says so in its title. It is never public: the figures are the register's alone. */
const madeUp = (slug: string, title: string, changes: Partial<DatasetRecord>): DatasetRecord => ({
  slug,
  title: `${title} (demonstration)`,
  shortName: slug.toUpperCase(),
  subject: 'Radiology',
  abstract: 'Made up for the demonstration. No such data exists.',
  keywords: ['Radiology', 'Demonstration'],
  modalities: ['MR'],
  organs: [{ name: 'Knee', sctid: '72696002', uberon: 'UBERON:0001465' }],
  numberOfScans: 120,
  numberOfAnnotations: null,
  bytes: 41_000_000_000,
  status: 'Ongoing',
  version: '1.0.0',
  dateCreated: null,
  datePublished: null,
  dateModified: null,
  year: 2026,
  authors: [{ name: 'Petra PI', orcid: null }],
  publisher: 'AIDA',
  copyrightYear: 2026,
  copyrightHolders: [{ name: 'Demonstration hospital', type: 'Organization', url: null, orcid: null }],
  licences: ['controlled-access'],
  citations: [],
  ageSpan: '18-80',
  resolution: null,
  scanners: [],
  stain: null,
  phase: null,
  landingPage: null,
  contactEmail: null,
  notes: [],
  duoSuggested: [],
  ...changes,
})

/** A hidden dataset with two versions, and two drafts that wait: one of a new dataset, one on the register's own CTPA. */
async function seedDrafts(now: Date): Promise<void> {
  const knees = 'demo-knees'
  await createDataset(as('sten', now, 30), { record: madeUp(knees, 'Knees in MR', {}) })
  await publishVersion(as('sten', now, 29), { slug: knees, expectedRevision: 1, version: '1.0.0' })
  await hideDataset(as('sten', now, 29), {
    slug: knees,
    expectedRevision: 2,
    reason: 'The depositor checks the consents.',
  })
  const shoulders = madeUp('demo-shoulders', 'Shoulders before and after surgery', { authors: [], organs: [] })
  await createDataset(as('sten', now, 12), { record: shoulders })
  const changes = { notes: ['Demonstration: a note that a steward is still writing.'] }
  await saveDraft(as('sten', now, 3), { slug: 'ctpa', expectedRevision: 2, changes })
}

const wishes = [
  ['Breast MR with outcome after five years', 'MR', 'Breast', '2026-03-10'],
  ['Head CT in acute stroke, with time of onset', 'CT', 'Brain', '2026-03-10'],
  ['Chest radiographs followed by CT within a month', 'DX', 'Lung', '2026-09-22'],
  ['Fundus photographs in diabetes, graded twice', 'OP', '', '2026-09-22'],
] as const

/** The priority list, with one item that is being collected and one that has ended. */
async function seedPriorities(now: Date): Promise<void> {
  const ids: string[] = []
  for (const [title, modality, organ, decidedOn] of wishes) {
    const description = 'Made up for the demonstration, in the manner of the council’s decisions.'
    const { id } = await addPriorityItem(as('sten', now, 60), { title, description, modality, organ, decidedOn })
    ids.push(id)
  }
  const [, stroke, , eyes] = ids
  await markPriorityItem(as('sten', now, 40), { itemId: stroke, expectedRevision: 1, state: 'collecting' })
  await closePriorityItem(as('sten', now, 20), { itemId: eyes, expectedRevision: 1, outcome: 'dropped' })
}

/** Three proposals: taken up, declined, waiting. */
async function seedProposals(now: Date): Promise<void> {
  const propose = async (key: Key, daysAgo: number, title: string, modality: string, organ: string) => {
    const description = 'Consecutive examinations with the reports of two readers. Made up for the demonstration.'
    const clinicalNeed = 'Fewer missed findings and shorter waits.'
    return proposeCollection(as(key, now, daysAgo), { title, description, clinicalNeed, modality, organ })
  }
  const decide = (proposalId: string, daysAgo: number, decision: string, reason: string) =>
    decideProposal(as('sten', now, daysAgo), { proposalId, expectedRevision: 1, decision, reason })
  const liver = await propose('petra', 25, 'Liver lesions followed for a year', 'MR', 'Liver')
  await decide(liver.id, 18, 'take-up', 'The council sees the need and two hospitals can deliver.')
  const teeth = await propose('dana', 21, 'Panoramic radiographs of teeth', 'PX', '')
  await decide(teeth.id, 17, 'decline', 'Dental images lie outside what the hub may hold.')
  await propose('dana', 6, 'Skin lesions by dermoscopy with histology', 'DMS', 'Skin')
}

/** What the stewards and their public have been at before the demonstration begins. All of it is made up, and says so. */
export async function seedStewardship(now: Date): Promise<void> {
  await seedDrafts(now)
  await seedPriorities(now)
  await seedProposals(now)
  await saveSearch(as('dana', now, 9), { name: 'Lymph nodes', query: 'q=lymph', mail: true })
}
