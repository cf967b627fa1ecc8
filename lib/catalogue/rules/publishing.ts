import { type Refusal, refuse } from '@/lib/platform/refusal'
import type { DatasetRecord, RecordField } from '../schema/record'
import { mayFollow } from './versions'

/**
 * States of a dataset. `draft`: never published. `published`: its newest version is public. `hidden`: taken out of every
 * public page and figure, and back again. `withdrawn`: for good; its addresses answer with a tombstone. Any but the
 * last may hold a working copy, which only stewards see.
 */
export const datasetStates = ['draft', 'published', 'hidden', 'withdrawn'] as const

export type DatasetState = (typeof datasetStates)[number]

export const datasetVerbs = ['edit', 'discardDraft', 'publish', 'hide', 'show', 'withdraw'] as const

export type DatasetVerb = (typeof datasetVerbs)[number]

/** What a steward may do in each state. The server enforces this table and the page draws its buttons from it. */
export const permits = {
  draft: ['edit', 'discardDraft', 'publish'],
  published: ['edit', 'discardDraft', 'publish', 'hide', 'withdraw'],
  hidden: ['edit', 'discardDraft', 'show', 'withdraw'],
  withdrawn: [],
} as const satisfies Record<DatasetState, readonly DatasetVerb[]>

/** Where a verb leads; the others leave the state as it is. Discarding a draft never published removes it. */
export const leadsTo: Readonly<Partial<Record<DatasetVerb, DatasetState>>> = {
  publish: 'published',
  hide: 'hidden',
  show: 'published',
  withdraw: 'withdrawn',
}

/** What the rules need to know of a locked dataset. */
export interface DatasetStanding {
  slug: string
  state: DatasetState
  /** Up by one with each write. */
  revision: number
  /** The working copy; null when there is none. */
  draft: DatasetRecord | null
  publishedVersions: readonly string[]
}

/** Whether the state permits the verb. */
export function isPermitted(state: DatasetState, verb: DatasetVerb): boolean {
  return permits[state].some((permitted) => permitted === verb)
}

/**
 * Refuses a verb that the state does not permit (`catalogue.not-in-this-state`) or that was asked from a page which the
 * dataset has moved on from (`catalogue.moved-on`); else null.
 */
export function judgeVerb(verb: DatasetVerb, dataset: DatasetStanding, expectedRevision: number): Refusal | null {
  if (!isPermitted(dataset.state, verb)) return refuse('catalogue.not-in-this-state', { state: dataset.state, verb })
  if (expectedRevision !== dataset.revision) {
    return refuse('catalogue.moved-on', { expected: expectedRevision, revision: dataset.revision })
  }
  if (verb === 'discardDraft' && dataset.draft === null) return refuse('catalogue.no-draft')
  return null
}

/** Judges saving the working copy. A slug never changes: it is part of the DOI. */
export function judgeEdit(record: DatasetRecord, dataset: DatasetStanding, expectedRevision: number): Refusal | null {
  const refused = judgeVerb('edit', dataset, expectedRevision)
  if (refused !== null) return refused
  return record.slug === dataset.slug ? null : refuse('catalogue.slug-fixed', { slug: dataset.slug })
}

/** Judges making a new dataset, `taken` telling whether the slug was ever used. */
export function judgeCreate(record: DatasetRecord, taken: boolean): Refusal | null {
  return taken ? refuse('catalogue.slug-taken', { slug: record.slug }) : null
}

/** What a record must state, beyond being valid, before it can be cited and asked for. */
export function missingForPublication(record: DatasetRecord): RecordField[] {
  const must: readonly RecordField[] = ['keywords', 'modalities', 'organs', 'authors', 'copyrightHolders', 'licences']
  const empty = must.filter((field) => Array.isArray(record[field]) && record[field].length === 0)
  if (!record.licences.includes('controlled-access') && !empty.includes('licences')) return [...empty, 'licences']
  return empty
}

/** Judges publishing the working copy as the next version. */
export function judgePublish(dataset: DatasetStanding, expectedRevision: number): Refusal | null {
  const refused = judgeVerb('publish', dataset, expectedRevision)
  if (refused !== null) return refused
  if (dataset.draft === null) return refuse('catalogue.no-draft')
  const missing = missingForPublication(dataset.draft)
  if (missing.length > 0) return refuse('catalogue.incomplete', { missing })
  if (!mayFollow(dataset.draft.version, dataset.publishedVersions)) {
    return refuse('catalogue.version-not-greater', {
      version: dataset.draft.version,
      published: [...dataset.publishedVersions],
    })
  }
  return null
}

/** Who may find it: what is hidden or never published is known to stewards alone; a tombstone to everyone. */
export function isPublic(state: DatasetState): boolean {
  return state === 'published' || state === 'withdrawn'
}

/** The record as it is published on a day (ISO): dates that were not stated are that day. */
export function publishedOn(record: DatasetRecord, day: string): DatasetRecord {
  const datePublished = record.datePublished ?? day
  const dateModified = record.dateModified ?? (datePublished > day ? datePublished : day)
  return { ...record, datePublished, dateModified }
}
