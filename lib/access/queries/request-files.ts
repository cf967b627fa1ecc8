import 'server-only'
import { type Reviewed, seesFile } from '../rules/files'
import { isWithheld } from '../rules/withheld'
import type { Details } from '../store/details'
import type { Seen } from '../store/requests'

type About = {
  readonly names: ReadonlyMap<string, string>
  readonly askers: ReadonlySet<string>
  /** What is left to a reader who only reviews. */
  readonly reviewed: Reviewed | null
}

/** The files of a request that the reader sees, each with the remark that it came with; `by` is null where who of the hub added it is kept back. */
export function filesListed({ standing: { side }, hides }: Seen, { attachments, remarks }: Details, about: About) {
  const { names, askers, reviewed } = about
  const withheld = new Set(remarks.filter((one) => one.withheld).map(({ id }) => id))
  return attachments
    .filter((one) => seesFile(one, side, reviewed))
    .map(({ id, fieldKey, remarkId, byId, at, redactedAt, name, size }) => {
      const act = { withheld: remarkId !== null && withheld.has(remarkId), hides, byAsker: askers.has(byId) }
      const by = side === 'asking' && isWithheld(act) ? null : (names.get(byId) ?? '')
      return { id, fieldKey, remarkId, by, at, redactedAt, name, size }
    })
}
