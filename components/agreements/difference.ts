import { diffArrays, diffWordsWithSpace } from 'diff'

export type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
/** A paragraph, heading or list that is as it was, or the words of it that came and went. */
export type Passage =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly parts: readonly Part[] }

const passagesOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((passage) => passage.trim().replace(/^#+ /, ''))
    .filter((passage) => passage !== '')

const partOf = (change: { added?: boolean; removed?: boolean; value: string }): Part => ({
  kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
  text: change.value,
})

const changed = (parts: readonly Part[]): Passage => ({ kind: 'changed', parts })

/** One side's passages against the other's, in pairs as far as they go: words where there are two, the whole where there is one. */
const pairs = (removed: readonly string[], added: readonly string[]): Passage[] =>
  Array.from({ length: Math.max(removed.length, added.length) }, (_, i) => {
    const [before, after] = [removed[i], added[i]]
    if (before === undefined) return changed([{ kind: 'added', text: after ?? '' }])
    if (after === undefined) return changed([{ kind: 'removed', text: before }])
    return changed(diffWordsWithSpace(before, after).map(partOf))
  })

/** What changed from one text to another, passage by passage, words within those that were rewritten. */
export function differenceOf(before: string, after: string): Passage[] {
  const found: Passage[] = []
  let removed: string[] = []
  for (const change of diffArrays(passagesOf(before), passagesOf(after))) {
    if (change.removed) {
      removed = change.value
      continue
    }
    found.push(...pairs(removed, change.added ? change.value : []))
    removed = []
    if (!change.added) found.push(...change.value.map((text) => ({ kind: 'same' as const, text })))
  }
  return [...found, ...pairs(removed, [])]
}
