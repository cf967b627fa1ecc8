import 'server-only'
import { query } from '@/lib/platform/command'
import { type Difference, differences } from '../rules/versions'
import type { DataUse } from '../schema/data-use'
import { DatasetAddress, VersionAddress } from '../schema/pages'
import { type PublicDataset, type PublicVersion, readPublicDataset, type SharedWith } from '../store/public-datasets'
import { type Citations, cite } from './cite'
import { type RelatedDataset, relatedTo } from './related-datasets'

/** One version in the list of a dataset's versions, with what it changed from the one before it. */
export interface VersionEntry {
  number: string
  publishedAt: string
  changeNote: string
  /** Null for the first version. */
  changes: Difference[] | null
}

export interface DatasetPage {
  slug: string
  state: PublicDataset['state']
  /** `replacedBy` is the address of what to use instead, `replacement` its title. */
  withdrawn: { at: Date; reason: string | null; replacedBy: string | null; replacement: string | null } | null
  version: PublicVersion
  /** Whether this is the newest version, which the dataset's own address answers with. */
  isCurrent: boolean
  currentNumber: string
  versions: VersionEntry[]
  citations: Citations
  sharing: SharedWith[]
  /** For what the data may be used; null where no steward has stated it. */
  dataUse: DataUse | null
  related: RelatedDataset[]
}

/** The title of the dataset to use instead, where the public may see it. */
const titleOf = async (slug: string | null): Promise<string | null> =>
  (slug && (await readPublicDataset(slug))?.versions[0]?.record.title) || null

const entriesOf = (versions: readonly PublicVersion[]): VersionEntry[] =>
  versions.map(({ number, publishedAt, changeNote, record }, at) => {
    const before = versions[at + 1]?.record
    return { number, publishedAt, changeNote, changes: before ? differences(before, record) : null }
  })

async function pageOf(dataset: PublicDataset, version: PublicVersion | undefined): Promise<DatasetPage | null> {
  const current = dataset.versions[0]
  if (!version || !current) return null
  const isWithdrawn = dataset.state === 'withdrawn'
  const { slug, state, stateAt: at, stateReason: reason, replacedBy } = dataset
  return {
    slug,
    state,
    withdrawn: isWithdrawn ? { at, reason, replacedBy, replacement: await titleOf(replacedBy) } : null,
    version,
    isCurrent: version === current,
    currentNumber: current.number,
    versions: entriesOf(dataset.versions),
    citations: cite(version.record),
    sharing: dataset.sharing,
    dataUse: dataset.dataUse,
    related: isWithdrawn ? [] : await relatedTo(version.record),
  }
}

/** Everything the public may see of a dataset: its newest version, or its tombstone. Hidden and unknown read alike. */
export const datasetPage = query({
  name: 'catalogue.dataset',
  input: DatasetAddress,
  scope: () => 'public' as const,
  read: async (_scope, { slug }) => {
    const dataset = await readPublicDataset(slug)
    return dataset && pageOf(dataset, dataset.versions[0])
  },
})

/** The same of one version, however old: a cited version stays at its own address. */
export const datasetVersion = query({
  name: 'catalogue.version',
  input: VersionAddress,
  scope: () => 'public' as const,
  read: async (_scope, { slug, number }) => {
    const dataset = await readPublicDataset(slug)
    const version = dataset?.versions.find((one) => one.number === number)
    return dataset && pageOf(dataset, version)
  },
})
