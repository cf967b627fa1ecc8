import type { DatasetRecord } from '../schema/record'

export type Comparable = Pick<DatasetRecord, 'slug' | 'modalities' | 'organs' | 'keywords'>

/** Shared members over all members, 0 to 1; 0 when both are empty. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b])
  const shared = new Set(a.filter((member) => b.includes(member)))
  return all.size === 0 ? 0 : shared.size / all.size
}

const sctids = (dataset: Comparable) => dataset.organs.map((organ) => organ.sctid)

/**
 * How much two datasets have to do with each other, 0 to 7: the organ weighs 4, the modality 2, keywords 1. 0 when they
 * share neither organ nor modality, whatever their keywords.
 */
export function relatedness(a: Comparable, b: Comparable): number {
  const organs = overlap(sctids(a), sctids(b))
  const modalities = overlap(a.modalities, b.modalities)
  return organs + modalities === 0 ? 0 : 4 * organs + 2 * modalities + overlap(a.keywords, b.keywords)
}

/** The datasets most related to one, never itself, best first, ties by slug. */
export function relatedDatasets<T extends Comparable>(dataset: Comparable, others: readonly T[], limit: number): T[] {
  return others
    .filter((other) => other.slug !== dataset.slug)
    .map((other) => ({ other, score: relatedness(dataset, other) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.other.slug < b.other.slug ? -1 : 1))
    .slice(0, limit)
    .map(({ other }) => other)
}
