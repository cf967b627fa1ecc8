/** One thing that the command palette leads to. `group` is the heading under which it stands. */
export type PaletteItem = {
  readonly label: string
  readonly href: string
  readonly group: string
  readonly count?: number
}

/** What `/api/v1/suggestions` answers for what was typed. */
export type Suggested = {
  readonly kind: 'dataset' | 'modality' | 'organ' | 'keyword'
  readonly label: string
  readonly href: string
  readonly datasets: number
}

type Groups = { readonly datasets: string; readonly searches: string }

const fold = (text: string) => text.toLocaleLowerCase('sv').normalize('NFD').replace(/\p{M}/gu, '')

/** The pages one of whose words begins with what was typed; all of them while nothing is. */
export function matchingPages(pages: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const start = fold(typed.trim())
  return pages.filter(({ label }) => fold(label).startsWith(start) || fold(label).includes(` ${start}`))
}

/** Everything to choose from: the search itself first, so that Enter always searches, then what was suggested, then pages. */
export function itemsFor(
  typed: string,
  suggested: readonly Suggested[],
  pages: readonly PaletteItem[],
  groups: Groups,
  all: string,
): PaletteItem[] {
  const words = typed.trim()
  const search = {
    label: all.replace('{words}', words),
    href: `/datasets?q=${encodeURIComponent(words)}`,
    group: groups.searches,
  }
  const found = suggested.map(({ kind, label, href, datasets }) =>
    kind === 'dataset'
      ? { label, href, group: groups.datasets }
      : { label, href, group: groups.searches, count: datasets },
  )
  const inOrder = (group: string) => found.filter((item) => item.group === group)
  const searches = words ? [search, ...inOrder(groups.searches)] : []
  return [...searches, ...inOrder(groups.datasets), ...matchingPages(pages, typed)]
}
