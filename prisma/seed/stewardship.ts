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
export function as(key: Key, now: Date, daysAgo: number): Context {
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

type At = (key: Key, daysAgo: number) => Context

const knees = 'demo-knees'

/** A dataset that was published and then hidden. */
async function seedHidden(at: At): Promise<void> {
  await createDataset(at('sten', 30), { record: madeUp(knees, 'Knees in MR', {}) })
  await publishVersion(at('sten', 29), { slug: knees, expectedRevision: 1, version: '1.0.0' })
  const reason = 'The depositor checks the consents.'
  await hideDataset(at('sten', 29), { slug: knees, expectedRevision: 2, reason })
}

const wishes = [
  ['Breast MR with outcome after five years', 'MR', 'Breast', '2026-03-10'],
  ['Head CT in acute stroke, with time of onset', 'CT', 'Brain', '2026-03-10'],
  ['Chest radiographs followed by CT within a month', 'DX', 'Lung', '2026-09-22'],
  ['Fundus photographs in diabetes, graded twice', 'OP', '', '2026-09-22'],
] as const

/** The council's list; gives the ids of its items. */
async function seedWishes(at: At): Promise<(string | undefined)[]> {
  const ids: string[] = []
  for (const [title, modality, organ, decidedOn] of wishes) {
    const description = 'Made up for the demonstration, in the manner of the council’s decisions.'
    const { id } = await addPriorityItem(at('sten', 60), { title, description, modality, organ, decidedOn })
    ids.push(id)
  }
  return ids
}

const propose = (ctx: Context, title: string, modality: string, organ: string) => {
  const description = 'Consecutive examinations with the reports of two readers. Made up for the demonstration.'
  const clinicalNeed = 'Fewer missed findings and shorter waits.'
  return proposeCollection(ctx, { title, description, clinicalNeed, modality, organ })
}

/** A proposal that is taken up, one that is declined, and between them an item of the list that is ended. */
async function seedDecisions(at: At, ended: string | undefined): Promise<void> {
  const liver = await propose(at('petra', 25), 'Liver lesions followed for a year', 'MR', 'Liver')
  const teeth = await propose(at('dana', 21), 'Panoramic radiographs of teeth', 'PX', '')
  await closePriorityItem(at('sten', 20), { itemId: ended, expectedRevision: 1, outcome: 'dropped' })
  const decide = (ctx: Context, proposalId: string, decision: string, reason: string) =>
    decideProposal(ctx, { proposalId, expectedRevision: 1, decision, reason })
  await decide(at('sten', 18), liver.id, 'take-up', 'The council sees the need and two hospitals can deliver.')
  await decide(at('sten', 17), teeth.id, 'decline', 'Dental images lie outside what the hub may hold.')
}

/** Two drafts that wait, of a new dataset and on the register's own CTPA; a saved search, and a proposal without an answer. */
async function seedWaiting(at: At): Promise<void> {
  const shoulders = madeUp('demo-shoulders', 'Shoulders before and after surgery', { authors: [], organs: [] })
  await createDataset(at('sten', 12), { record: shoulders })
  await saveSearch(at('dana', 9), { name: 'Lymph nodes', query: 'q=lymph', mail: true })
  await propose(at('dana', 6), 'Skin lesions by dermoscopy with histology', 'DMS', 'Skin')
  const changes = { notes: ['Demonstration: a note that a steward is still writing.'] }
  await saveDraft(at('sten', 3), { slug: 'ctpa', expectedRevision: 2, changes })
}

/**
 * What the stewards and their public have been at before the demonstration begins. All of it is made up, and says so. It happens
 * in the order of its days, so that the journal reads as it would have been written.
 */
export async function seedStewardship(now: Date): Promise<void> {
  const at: At = (key, daysAgo) => as(key, now, daysAgo)
  const [, stroke, , eyes] = await seedWishes(at)
  await markPriorityItem(at('sten', 40), { itemId: stroke, expectedRevision: 1, state: 'collecting' })
  await seedHidden(at)
  await seedDecisions(at, eyes)
  await seedWaiting(at)
}
