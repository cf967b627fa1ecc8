import 'server-only'
import { judgeAccess } from '@/lib/access/rules/verdict'
import { accessFacts, datasetsOfProjects } from '@/lib/access/store/verdicts'
import type { Tx } from '@/lib/platform/db'

type Someone = { readonly id: string; readonly name: string }
type Place = { readonly id: string; readonly slug: string }

/** What a project's machine mounts, and what it does not, because of whom. */
export type Mounts = {
  readonly datasets: readonly { readonly slug: string; readonly version: string | null }[]
  readonly withheld: readonly { readonly slug: string; readonly people: readonly Someone[] }[]
}

export const nothing: Mounts = { datasets: [], withheld: [] }

/** For whom of these people the verdict says no by what their project was granted, dataset by dataset. */
async function barred(
  tx: Tx,
  people: readonly Someone[],
  { project, datasets, now }: { project: Place; datasets: readonly { id: string; state: string }[]; now: Date },
): Promise<ReadonlyMap<string, Someone[]>> {
  const without = new Map<string, Someone[]>(datasets.map(({ id }) => [id, []]))
  for (const person of people) {
    const facts = await accessFacts(tx, person.id, datasets, now)
    for (const [id, of] of facts) {
      const grants = of.grants.filter((grant) => grant.project.slug === project.slug)
      if (!judgeAccess({ ...of, grants }, now).may) without.get(id)?.push(person)
    }
  }
  return without
}

/**
 * What is mounted for each project into which these people enter: whoever enters a machine can read all that it mounts, so a dataset is there only
 * where the live verdict says yes for every one of them, by the project's own grants. Where nobody enters, nothing is mounted.
 */
export async function mountsOf(
  tx: Tx,
  entering: ReadonlyMap<Place, readonly Someone[]>,
  now: Date,
): Promise<ReadonlyMap<string, Mounts>> {
  const granted = await datasetsOfProjects(
    tx,
    [...entering.keys()].map(({ id }) => id),
    now,
  )
  const mounts = new Map<string, Mounts>()
  for (const [project, people] of entering) {
    const datasets = granted.filter(({ projectId }) => projectId === project.id)
    if (datasets.length === 0 || people.length === 0) continue
    const without = await barred(tx, people, { project, datasets, now })
    const lacking = ({ id }: { id: string }) => without.get(id) ?? []
    mounts.set(project.id, {
      datasets: datasets.filter((one) => lacking(one).length === 0).map(({ slug, version }) => ({ slug, version })),
      withheld: datasets
        .filter((one) => lacking(one).length > 0)
        .map((one) => ({ slug: one.slug, people: lacking(one) })),
    })
  }
  return mounts
}
