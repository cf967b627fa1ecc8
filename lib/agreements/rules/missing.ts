import { type Refusal, refuse } from '@/lib/platform/refusal'
import type { TextKind } from './in-force'

/**
 * Why a service is refused, or null where nothing is missing: which agreements of the project are not in force, and which texts the
 * person has not accepted, each in words, and where it is mended. `slug` is the project's address.
 */
export function judgeAgreements(missing: readonly TextKind[], slug: string): Refusal | null {
  if (missing.length === 0) return null
  const says = (kind: TextKind) => (missing.includes(kind) ? 'yes' : 'no')
  const own = missing.includes('user-terms')
  const mend = !own ? 'project' : missing.length === 1 ? 'person' : 'both'
  return refuse('agreements.missing', {
    missing: [...missing],
    slug,
    dpa: says('dpa'),
    serviceAgreement: says('service-agreement'),
    userTerms: says('user-terms'),
    mend,
  })
}
