import type { DatasetRecord } from '../../schema/record'

/** The rows of the metrics table. Total holds every dataset, the others those whose keywords hold exactly that word. */
export const metricGroups = ['total', 'annotated', 'pathology', 'radiology'] as const

export type MetricGroup = (typeof metricGroups)[number]

/** The keyword that puts a dataset into a group. */
export const groupKeyword: Readonly<Record<Exclude<MetricGroup, 'total'>, string>> = {
  annotated: 'Annotated',
  pathology: 'Pathology',
  radiology: 'Radiology',
}

export interface MetricRow {
  group: MetricGroup
  datasets: number
  scans: number
  annotations: number
  bytes: number
}

export type Measured = Pick<DatasetRecord, 'keywords' | 'numberOfScans' | 'numberOfAnnotations' | 'bytes'>

/** Whether a dataset with these keywords is in the group: the exact element, so `Weakly annotated` is not. */
export function isInGroup(keywords: readonly string[], group: MetricGroup): boolean {
  return group === 'total' || keywords.includes(groupKeyword[group])
}

/** The metrics table over the datasets that the reader may see; what is not stated counts as 0. */
export function metricsTable(datasets: readonly Measured[]): MetricRow[] {
  return metricGroups.map((group) => {
    const members = datasets.filter((dataset) => isInGroup(dataset.keywords, group))
    const sum = (value: (dataset: Measured) => number | null) =>
      members.reduce((all, one) => all + (value(one) ?? 0), 0)
    return {
      group,
      datasets: members.length,
      scans: sum((one) => one.numberOfScans),
      annotations: sum((one) => one.numberOfAnnotations),
      bytes: sum((one) => one.bytes),
    }
  })
}
