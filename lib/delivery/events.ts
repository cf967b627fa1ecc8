type Fact<Type extends string, Data extends object> = {
  readonly type: `delivery.${Type}`
  readonly stream: string
  readonly subjectId: string
  readonly data: Data
}

/** A fact about what is listed of a dataset, in a stream beside that of its record. */
const ofFiles =
  <Data extends object = Record<never, never>>() =>
  <Type extends string>(type: Type) =>
  (datasetId: string, data: Data & { slug: string; version: string }): Fact<Type, typeof data> => ({
    type: `delivery.${type}`,
    stream: `dataset-files:${datasetId}`,
    subjectId: datasetId,
    data,
  })

/** A fact about what is fetched under a grant, in a stream of the grant's own: a dataset of many files must not drown its request's. */
const ofGrant =
  <Data extends object>() =>
  <Type extends string>(type: Type) =>
  (grantId: string, requestId: string, data: Data): Fact<Type, Data> => ({
    type: `delivery.${type}`,
    stream: `delivery:${grantId}`,
    subjectId: requestId,
    data,
  })

type Taken = { slug: string; version: string; grant: string }

/** What happens to files and their delivery. Paths stand in their rows. */
export const happened = {
  fileAdded: ofFiles<{ file: string }>()('file-added'),
  fileRegistered: ofFiles<{ file: string }>()('file-registered'),
  fileRemoved: ofFiles<{ file: string }>()('file-removed'),
  filesCopied: ofFiles<{ from: string; files: number }>()('files-copied'),
  filesPublished: ofFiles<{ files: number }>()('files-published'),
  fileVerified: ofFiles<{ file: string; outcome: string }>()('file-verified'),
  linkMade: ofGrant<Taken & { link: string; file: string | null }>()('link-made'),
  handedOver: ofGrant<{ slug: string; grant: string; on: string; country: string }>()('handed-over'),
  downloadBegun: ofGrant<Taken & { link: string; file: string }>()('download-begun'),
} as const
