import { turnKeys } from '@/lib/access/commands/visa-keys'
import type { Person } from '@/lib/platform/context'
import { Refused } from '@/lib/platform/refusal'
import { system } from '../projects/projects'
import { granted } from './asked-for'
import type { Sample, SampleOf } from './samples'

/** One's own visas, of a grant that runs; there is a key. */
async function ownVisas(me: Person): Promise<Sample> {
  await turnKeys(system(new Date()), {}).catch((error) => {
    if (!(error instanceof Refused)) throw error
  })
  await granted(me)
  return { params: { user: me.id } }
}

/** Right requests for what other systems ask and are told. */
export const systemSamples: Readonly<Record<string, SampleOf>> = {
  readPermissions: { sample: ownVisas },
  readPermissionsAsRems: { sample: ownVisas },
  readVisaKeySet: { sample: () => ({}) },
  readVisaKeySetAsRems: { sample: () => ({}) },
  listVisaKeys: { sample: () => ({}), needsRole: true },
  replaceVisaKey: { sample: () => ({ body: {} }), needsRole: true },
}
