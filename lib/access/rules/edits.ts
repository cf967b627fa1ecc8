/** What somebody changed of one field; answers are named `answers.<key>`. */
export type Edit = { readonly field: string; readonly before: unknown; readonly after: unknown }

type Columns = Readonly<Record<string, unknown>>

const inOrder = (_: string, part: unknown): unknown =>
  part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : part

/** A value as text; the same whatever the order of keys, which the database does not keep. */
const written = (value: unknown): string => JSON.stringify(value ?? null, inOrder)

/** What differs between what stood and what stands, field by field; what is not among `after` was not touched. */
export function changesOf(before: Columns, after: Columns): Edit[] {
  return Object.keys(after)
    .filter((field) => written(before[field]) !== written(after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}

/** Answers as fields of a draft. */
export const answerFields = (answers: Columns): Columns =>
  Object.fromEntries(Object.entries(answers).map(([key, value]) => [`answers.${key}`, value]))

/** Answers with those that were given now: a field left out keeps its answer. */
export const mergedAnswers = <A extends Columns>(kept: A, given: A | undefined): A => ({ ...kept, ...given })

/**
 * The fields of what was typed that somebody only carried along: others have changed them since the page was drawn, and they still say what
 * they said then or at some moment since.
 */
export function carriedAlong(typed: Columns, byOthers: readonly Edit[]): ReadonlySet<string> {
  const said = new Map<string, string[]>()
  for (const { field, before, after } of byOthers)
    said.set(field, [...(said.get(field) ?? []), written(before), written(after)])
  return new Set(Object.keys(typed).filter((field) => said.get(field)?.includes(written(typed[field]))))
}

/** Whether a change of a draft moves what runs already: grants rest on the approval that is named, before the hub sees the draft again. */
export const movesGrants = (edits: readonly Edit[], grants: readonly { readonly endedAt: Date | null }[]): boolean =>
  edits.some(({ field }) => field === 'ethicsApprovalId') && grants.some(({ endedAt }) => endedAt === null)
