type Fact<Type extends string, Stream extends string, Data extends object> = {
  readonly type: `catalogue.${Type}`
  readonly stream: `${Stream}:${string}`
  readonly subjectId: string
  readonly data: Data
}

const fact =
  <Type extends string, Stream extends string>(type: Type, stream: Stream) =>
  <const Data extends object>(id: string, data: Data): Fact<Type, Stream, Data> => ({
    type: `catalogue.${type}`,
    stream: `${stream}:${id}`,
    subjectId: id,
    data,
  })

/**
 * What happens in the catalogue, each with ids and codes only: a reason or a title stands in its row. `versionPublished` is
 * what those holding access are told of; `previous` is null for the first version.
 */
export const happened = {
  datasetCreated: (datasetId: string, data: { slug: string; revision: number }) =>
    fact('dataset-created', 'dataset')(datasetId, data),
  draftSaved: (datasetId: string, data: { slug: string; revision: number; fields: readonly string[] }) =>
    fact('draft-saved', 'dataset')(datasetId, data),
  draftDiscarded: (datasetId: string, data: { slug: string; revision: number }) =>
    fact('draft-discarded', 'dataset')(datasetId, data),
  versionPublished: (
    datasetId: string,
    data: { slug: string; versionId: string; version: string; previous: string | null; revision: number },
  ) => fact('version-published', 'dataset')(datasetId, data),
  datasetHidden: (datasetId: string, data: { slug: string; revision: number }) =>
    fact('dataset-hidden', 'dataset')(datasetId, data),
  datasetShown: (datasetId: string, data: { slug: string; revision: number }) =>
    fact('dataset-shown', 'dataset')(datasetId, data),
  datasetWithdrawn: (datasetId: string, data: { slug: string; revision: number; replacedBy: string | null }) =>
    fact('dataset-withdrawn', 'dataset')(datasetId, data),
  dataUseStated: (datasetId: string, data: { slug: string; ordinal: number; terms: readonly string[] }) =>
    fact('data-use-stated', 'dataset')(datasetId, data),
  importStaged: (importId: string, data: { rows: number; refused: number }) =>
    fact('import-staged', 'import')(importId, data),
  importApplied: (importId: string, data: { created: number; changed: number; unchanged: number; mended: number }) =>
    fact('import-applied', 'import')(importId, data),
  collectionProposed: (proposalId: string, data: { revision: number }) =>
    fact('collection-proposed', 'proposal')(proposalId, data),
  proposalTakenUp: (proposalId: string, data: { revision: number; itemId: string | null }) =>
    fact('proposal-taken-up', 'proposal')(proposalId, data),
  proposalDeclined: (proposalId: string, data: { revision: number }) =>
    fact('proposal-declined', 'proposal')(proposalId, data),
  priorityAdded: (itemId: string, data: { rank: number }) => fact('priority-added', 'priority')(itemId, data),
  priorityEdited: (itemId: string, data: { revision: number }) => fact('priority-edited', 'priority')(itemId, data),
  priorityMoved: (itemId: string, data: { from: number; to: number }) =>
    fact('priority-moved', 'priority')(itemId, data),
  priorityMarked: (itemId: string, data: { state: 'wanted' | 'collecting'; revision: number }) =>
    fact('priority-marked', 'priority')(itemId, data),
  priorityClosed: (itemId: string, data: { outcome: 'collected' | 'dropped'; datasetSlug: string | null }) =>
    fact('priority-closed', 'priority')(itemId, data),
  searchSaved: (savedSearchId: string, data: { mail: boolean }) =>
    fact('search-saved', 'saved-search')(savedSearchId, data),
  savedSearchChanged: (savedSearchId: string, data: { mail: boolean }) =>
    fact('saved-search-changed', 'saved-search')(savedSearchId, data),
  feedRenewed: (savedSearchId: string, data: Record<never, never>) =>
    fact('feed-renewed', 'saved-search')(savedSearchId, data),
  feedClosed: (savedSearchId: string, data: Record<never, never>) =>
    fact('feed-closed', 'saved-search')(savedSearchId, data),
  savedSearchRemoved: (savedSearchId: string, data: Record<never, never>) =>
    fact('saved-search-removed', 'saved-search')(savedSearchId, data),
} as const

export type CatalogueEvent = ReturnType<(typeof happened)[keyof typeof happened]>
