import type { DatasetRecord } from '../../schema/record'

/** Sharing events of one dataset: how many recipients in each country (ISO 3166-1 alpha-2). */
export interface Sharing {
  byCountry: Readonly<Record<string, number>>
}

type Shown = Pick<DatasetRecord, 'modalities' | 'organs'>

export interface CatalogueCounts {
  modalities: number
  organs: number
  countries: number
  sharingEvents: number
}

/** How many modalities, organs (by SNOMED CT code) and countries there are, and how often datasets were shared. */
export function catalogueCounts(datasets: readonly Shown[], sharing: readonly Sharing[]): CatalogueCounts {
  const countries = eventsByCountry(sharing)
  return {
    modalities: new Set(datasets.flatMap((dataset) => dataset.modalities)).size,
    organs: new Set(datasets.flatMap((dataset) => dataset.organs.map((organ) => organ.sctid))).size,
    countries: countries.length,
    sharingEvents: countries.reduce((sum, { events }) => sum + events, 0),
  }
}

/** Sharing events by country, the most frequent first; for the map and its table. */
export function eventsByCountry(sharing: readonly Sharing[]): { country: string; events: number }[] {
  const sums = new Map<string, number>()
  for (const { byCountry } of sharing) {
    for (const [country, events] of Object.entries(byCountry)) {
      if (events > 0) sums.set(country, (sums.get(country) ?? 0) + events)
    }
  }
  const list = [...sums].map(([country, events]) => ({ country, events }))
  return list.sort((a, b) => b.events - a.events || (a.country < b.country ? -1 : 1))
}

export interface GrowthPoint {
  /** The day of publication, ISO. */
  date: string
  datasets: number
  scans: number
  bytes: number
}

/** What the catalogue held at the end of each day on which something was published; all figures are cumulative. */
export function growth(
  datasets: readonly Pick<DatasetRecord, 'datePublished' | 'numberOfScans' | 'bytes'>[],
): GrowthPoint[] {
  const points: GrowthPoint[] = []
  const dated = datasets.flatMap((one) => (one.datePublished === null ? [] : [{ ...one, date: one.datePublished }]))
  for (const one of dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const before = points.at(-1)
    const next = {
      date: one.date,
      datasets: (before?.datasets ?? 0) + 1,
      scans: (before?.scans ?? 0) + (one.numberOfScans ?? 0),
      bytes: (before?.bytes ?? 0) + (one.bytes ?? 0),
    }
    if (before?.date === one.date) points.pop()
    points.push(next)
  }
  return points
}

export interface Matrix {
  modalities: string[]
  organs: string[]
  /** Datasets by modality (row) and organ (column). */
  cells: number[][]
}

/** How many datasets there are of each modality and organ. */
export function modalityByOrgan(datasets: readonly Shown[]): Matrix {
  const modalities = [...new Set(datasets.flatMap((one) => one.modalities))].sort()
  const organs = [...new Set(datasets.flatMap((one) => one.organs.map((organ) => organ.name)))].sort()
  const has = (one: Shown, modality: string, organ: string) =>
    one.modalities.some((code) => code === modality) && one.organs.some(({ name }) => name === organ)
  const cells = modalities.map((modality) =>
    organs.map((organ) => datasets.filter((one) => has(one, modality, organ)).length),
  )
  return { modalities, organs, cells }
}
