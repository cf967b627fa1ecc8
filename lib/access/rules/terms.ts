/** A version of terms: the standard ones, those of a dataset, or some that a handler added. */
export type TermsVersion = {
  readonly id: string
  /** standard, a dataset's id, or extra:<name>. */
  readonly subject: string
  readonly version: number
  readonly bindsFrom: Date
}

/** The subjects whose terms go with a dataset in a request. */
export const subjectsFor = (datasetId: string, extra: readonly string[]): string[] => ['standard', datasetId, ...extra]

/** The version of a subject that binds at this moment; until the first binds there is none. */
const binding = (all: readonly TermsVersion[], subject: string, now: Date): TermsVersion | null =>
  all
    .filter((one) => one.subject === subject && one.bindsFrom <= now)
    .reduce<TermsVersion | null>((best, one) => (best === null || one.version > best.version ? one : best), null)

/** Which versions bind for these subjects and were not accepted; who accepted a newer one has accepted enough. */
export function owedTerms(
  all: readonly TermsVersion[],
  subjects: readonly string[],
  accepted: ReadonlySet<string>,
  now: Date,
): TermsVersion[] {
  return subjects.flatMap((subject) => {
    const due = binding(all, subject, now)
    if (due === null) return []
    const enough = all.some((one) => one.subject === subject && one.version >= due.version && accepted.has(one.id))
    return enough ? [] : [due]
  })
}

/** When who accepted these versions begins to owe one for these subjects, if they accept none before; null: never, as terms stand. */
export function owedFrom(
  all: readonly TermsVersion[],
  subjects: readonly string[],
  accepted: ReadonlySet<string>,
  now: Date,
): Date | null {
  const moments = all.filter((one) => subjects.includes(one.subject) && one.bindsFrom > now).map((one) => one.bindsFrom)
  const sorted = moments.toSorted((a, b) => a.getTime() - b.getTime())
  return sorted.find((at) => owedTerms(all, subjects, accepted, at).length > 0) ?? null
}

/** The version to offer: the newest published of a subject, which may bind only later. */
export const newestTerms = (all: readonly TermsVersion[], subject: string): TermsVersion | null =>
  all
    .filter((one) => one.subject === subject)
    .reduce<TermsVersion | null>((best, one) => (best === null || one.version > best.version ? one : best), null)

/** The versions that a person can accept before they bind: the newest of a subject, where it binds only later and was not accepted. */
export function termsToCome(
  all: readonly TermsVersion[],
  subjects: readonly string[],
  accepted: ReadonlySet<string>,
  now: Date,
): TermsVersion[] {
  return subjects.flatMap((subject) => {
    const newest = newestTerms(all, subject)
    return newest !== null && newest.bindsFrom > now && !accepted.has(newest.id) ? [newest] : []
  })
}
