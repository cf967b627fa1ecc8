import 'server-only'
import { seesFile } from '../rules/files'
import { isWithheld } from '../rules/withheld'
import type { FormContent } from '../schema/forms'
import type { Details } from '../store/details'
import type { Seen } from '../store/requests'

type About = {
  readonly names: ReadonlyMap<string, string>
  readonly askers: ReadonlySet<string>
  /** The form as the reader sees it. */
  readonly form: FormContent | null
}

/** The files of a request that the reader sees, each with the remark that it came with; `by` is null where who of the hub added it is kept back. */
export function filesListed({ standing: { side }, hides }: Seen, { attachments, remarks }: Details, about: About) {
  const { names, askers, form } = about
  const shown = new Set(form?.fields.map(({ key }) => key))
  const hidden = new Set(attachments.flatMap(({ fieldKey }) => (fieldKey && !shown.has(fieldKey) ? [fieldKey] : [])))
  const withheld = new Set(remarks.filter((one) => one.withheld).map(({ id }) => id))
  return attachments
    .filter((one) => seesFile(one, side, hidden))
    .map(({ id, fieldKey, remarkId, byId, at, redactedAt, name, size }) => {
      const act = { withheld: remarkId !== null && withheld.has(remarkId), hides, byAsker: askers.has(byId) }
      const by = side === 'asking' && isWithheld(act) ? null : (names.get(byId) ?? '')
      return { id, fieldKey, remarkId, by, at, redactedAt, name, size }
    })
}
