/** The fewest single changes (a letter more, less, other, or two swapped) that turn one word into the other; at most `limit` + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const choices = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)]
      if (swapped) choices.push((before[j - 2] ?? 0) + 1)
      row.push(Math.min(...choices))
    }
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1)
}

/** The word that was probably meant: the fewest slips away, one in four letters at most; the more frequent of two alike. */
export function closestWord(word: string, known: readonly { word: string; datasets: number }[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 4))
  if (word.length < 3) return null
  const near = known
    .map((one) => ({ ...one, slips: editDistance(word, one.word, limit) }))
    .filter(({ slips }) => slips > 0 && slips <= limit)
  return (
    near.sort((a, b) => a.slips - b.slips || b.datasets - a.datasets || (a.word < b.word ? -1 : 1))[0]?.word ?? null
  )
}
