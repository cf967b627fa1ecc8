import { organisationName, organisations } from '@/lib/identity/rules/organisations'
import { normaliseRor } from '@/lib/platform/identifiers/ror'

export type Organisation = { readonly name: string; readonly ror: string | null }

const withAddress = /^(.*?)[\s·,;|(<]*((?:https?:\/\/)?ror\.org\/\S+?)\/?[)>]?$/i

/**
 * An organisation as people write it in one line: `Linköping University`, or with its ROR address at the end. Names of the hub's own
 * list are given their address, addresses of the list their name. Null where the address is wrong or stands alone unknown.
 */
export function readOrganisation(text: string): Organisation | null {
  const [, before, address] = withAddress.exec(text.trim()) ?? []
  if (address === undefined) {
    const name = text.trim()
    const known = organisations.find((one) => one.name.toLowerCase() === name.toLowerCase())
    return known ? { name: known.name, ror: known.ror } : { name, ror: null }
  }
  const ror = normaliseRor(address)
  if (ror === null) return null
  const known = organisationName(ror)
  const name = before?.trim() || (known === ror ? '' : known)
  return name ? { name, ror } : null
}

/** The same in one line again, as forms and lists of partners hold it. */
export const writeOrganisation = ({ name, ror }: Organisation): string => (ror === null ? name : `${name} · ${ror}`)
