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

/** Counts by set, as the search gives them; set 0 counts all. `failed` has the bit of a facet whose picks these datasets fail. */
export type Cells = readonly (readonly [set: number, datasets: number, failed?: number])[]

/** The same counts by value of each facet. */
export async function countsByValue(
  cells: Cells,
): Promise<Map<string, Map<string, { count: number; spelled: string }>>> {
  const unknown = cells.map(([set]) => set).filter((set) => set !== 0 && !known.has(set))
  if (unknown.length > 0) await learn(unknown)
  const facets = new Map<string, Map<string, { count: number; spelled: string }>>()
  for (const [set, count] of cells) {
    for (const { facet, value, spelled } of known.get(set) ?? []) {
      const values = facets.get(facet) ?? new Map<string, { count: number; spelled: string }>()
      facets.set(facet, values.set(value, { count: (values.get(value)?.count ?? 0) + count, spelled }))
    }
  }
  return facets
}
