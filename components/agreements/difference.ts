import { diffArrays, diffWordsWithSpace } from 'diff'

export type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
/** A paragraph, heading or list that is as it was, or the words of it that came and went. */
export type Passage =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly parts: readonly Part[] }

const passagesOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((passage) =>
      passage
        .trim()
        .replace(/^#+ /, '')
        .replace(/^\*([^*]+)\*$/, '$1'),
    )
    .filter((passage) => passage !== '')

const partOf = (change: { added?: boolean; removed?: boolean; value: string }): Part => ({
  kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
  text: change.value,
})

const changed = (parts: readonly Part[]): Passage => ({ kind: 'changed', parts })

const lengthOf = (parts: readonly Part[], kind: Part['kind']): number =>
  parts.filter((part) => part.kind === kind).reduce((sum, { text }) => sum + text.length, 0)

/** A passage that was rewritten: by words where half of them stayed, else the old whole and the new whole, which read better. */
function rewritten(before: string, after: string): Passage[] {
  const parts = diffWordsWithSpace(before, after).map(partOf)
  return lengthOf(parts, 'same') * 2 >= Math.max(before.length, after.length)
    ? [changed(parts)]
    : [changed([{ kind: 'removed', text: before }]), changed([{ kind: 'added', text: after }])]
}

/** One side's passages against the other's, in pairs as far as they go: words where there are two, the whole where there is one. */
const pairs = (removed: readonly string[], added: readonly string[]): Passage[] =>
  Array.from({ length: Math.max(removed.length, added.length) }, (_, i) => {
    const [before, after] = [removed[i], added[i]]
    if (before === undefined) return [changed([{ kind: 'added', text: after ?? '' }])]
    return after === undefined ? [changed([{ kind: 'removed', text: before }])] : rewritten(before, after)
  }).flat()

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
