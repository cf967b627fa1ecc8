import { pool } from '@/lib/platform/db'

/** One value of a facet as it is stored, and as the register spells it. */
type Value = { facet: string; value: string; spelled: string }

// The numbers of search_set never change their meaning, so every process may keep them.
const known = new Map<number, readonly Value[]>()

async function learn(ids: readonly number[]): Promise<void> {
  const { rows } = await pool().query<{ id: number; marks: string[]; labels: string[] }>({
    name: 'search-sets',
    text: 'SELECT id, marks, labels FROM search_set WHERE id = ANY ($1)',
    values: [ids],
  })
  for (const { id, marks, labels } of rows) {
    const values = marks.map((mark, i) => {
      const at = mark.indexOf('=')
      return { facet: mark.slice(0, at), value: mark.slice(at + 1), spelled: labels[i] ?? mark.slice(at + 1) }
    })
    known.set(id, values)
  }
}

type Column = readonly number[] | null

/**
 * Counts by set, as the search gives them, column by column; set 0 counts all, and where nothing is counted there is no column. `failed`
 * has the bit of a facet whose picks these datasets fail, and theirs alone.
 */
export type Cells = readonly [sets: Column, datasets: Column, failed?: Column]

export type Counts = Map<string, { count: number; spelled: string }>

/** How many datasets are counted that fail nothing. */
export const totalOf = ([sets, datasets, failed]: Cells): number =>
  datasets?.[sets?.findIndex((set, i) => set === 0 && !failed?.[i]) ?? -1] ?? 0

/** The same counts by value of each facet. What fails the picks of one facet of `picked`, by its bit, counts for that facet only. */
export async function countsByValue(
  [sets, datasets, failed]: Cells,
  picked: readonly string[] = [],
): Promise<Map<string, Counts>> {
  const unknown = (sets ?? []).filter((set) => set !== 0 && !known.has(set))
  if (unknown.length > 0) await learn(unknown)
  const facets = new Map<string, Counts>()
  for (const [i, set] of (sets ?? []).entries()) {
    const only = failed?.[i] ? picked[Math.log2(failed[i])] : undefined
    for (const { facet, value, spelled } of known.get(set) ?? []) {
      if (only !== undefined && facet !== only) continue
      const values = facets.get(facet) ?? new Map()
      const counted = values.get(value)
      if (counted) counted.count += datasets?.[i] ?? 0
      else facets.set(facet, values.set(value, { count: datasets?.[i] ?? 0, spelled }))
    }
  }
  return facets
}
