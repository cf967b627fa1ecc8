import { registerSystem } from '@/lib/access/commands/systems'
import { turnKeys } from '@/lib/access/commands/visa-keys'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { Refused } from '@/lib/platform/refusal'
import { somebody } from '../identity/people'
import { administrator, system } from '../projects/projects'
import { granted, handles } from './asked-for'
import type { Sample, SampleOf } from './samples'

/** One's own visas, of a grant that runs; there is a key. */
async function ownVisas(me: Person): Promise<Sample> {
  await turnKeys(system(new Date()), {}).catch((error) => {
    if (!(error instanceof Refused)) throw error
  })
  await granted(me)
  return { params: { user: me.id } }
}

const wish = (changes: object = {}) => ({
  name: `Archive ${newId()}`,
  url: 'http://localhost:9/hook',
  events: ['grant.given', 'grant.withdrawn'],
  ...changes,
})

async function oneSystem() {
  const { id } = await registerSystem({ ...(await administrator()), now: new Date() }, wish())
  return { system: id }
}
const onSystem = (body?: () => object): SampleOf => ({
  needsRole: true,
  sample: async () => ({ params: await oneSystem(), ...(body && { body: body() }) }),
})

/** News for a system of its own. */
async function someDelivery(): Promise<Sample> {
  const { system: systemId } = await oneSystem()
  const { grant: grantId } = await granted(await somebody())
  const personId = (await somebody()).id
  const row = { id: newId(), systemId, grantId, personId, sequence: 1, kind: 'grant.given', body: '{}' }
  await db().accessDelivery.create({ data: { ...row, createdAt: new Date(), nextAt: new Date() } })
  return { params: { delivery: row.id } }
}

/** Right requests for what other systems ask and are told. */
export const systemSamples: Readonly<Record<string, SampleOf>> = {
  readPermissions: { sample: ownVisas },
  readPermissionsAsRems: { sample: ownVisas },
  readVisaKeySet: { sample: () => ({}) },
  readVisaKeySetAsRems: { sample: () => ({}) },
  listVisaKeys: { sample: () => ({}), needsRole: true },
  listGrantDownloads: { sample: async (me) => ({ params: { grant: (await granted(me)).grant } }) },
  recordSharing: {
    needsRole: true,
    sample: async (me) => {
      await handles(me)
      const { grant } = await granted(await somebody())
      return { params: { grant }, body: { sharedOn: new Date().toISOString().slice(0, 10) } }
    },
  },
  readGrantBasis: { sample: async (me) => ({ params: { grant: (await granted(me)).grant } }) },
  exportEntitlements: { sample: () => ({ query: 'expired=true&since=2026-01-01T00:00:00Z' }) },
  listSystems: { sample: () => ({}), needsRole: true },
  registerSystem: { sample: () => ({ body: wish() }), needsRole: true },
  readSystem: onSystem(),
  editSystem: onSystem(() => wish({ expectedRevision: 1, enabled: true })),
  removeSystem: onSystem(),
  renewSystemSecret: onSystem(() => ({})),
  listDeliveries: onSystem(),
  replayDelivery: { sample: someDelivery, needsRole: true },
  replaceVisaKey: { sample: () => ({ body: {} }), needsRole: true },
}
