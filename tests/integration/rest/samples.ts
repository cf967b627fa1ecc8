import { generateKeyPairSync } from 'node:crypto'
import sshpk from 'sshpk'
import { addSshKey } from '@/lib/identity/commands/ssh-keys'
import { createToken } from '@/lib/identity/commands/tokens'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { published, recordOf } from '../catalogue/stewards'
import { as, noon, somebody } from '../identity/people'
import { accessSamples } from './samples-access'
import { agreementSamples } from './samples-agreements'
import { bookingSamples } from './samples-booking'
import { catalogueSamples } from './samples-catalogue'
import { computeSamples } from './samples-compute'
import { deliverySamples } from './samples-delivery'
import { ethicsSamples } from './samples-ethics'
import { projectSamples } from './samples-projects'
import { requestSamples } from './samples-requests'
import { stewardshipSamples } from './samples-stewardship'
import { systemSamples } from './samples-systems'

/** What a request of an operation says besides who sends it. */
export type Sample = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: object
  /** A file in place of the body. */
  readonly upload?: { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }
}

export type SampleOf = {
  /** A request that the operation accepts from this person, who has every role; made anew for each. */
  readonly sample: (me: Person) => Promise<Sample> | Sample
  /** Whether it is there only for those with a hub role; to others it answers 404. */
  readonly needsRole?: true
}

const slug = 'by-programs'
await published(recordOf(slug))

const sshLine = () => {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return sshpk.parsePrivateKey(pem, 'pem').toPublic().toString('ssh')
}
const passkeyOf = async ({ id: personId }: Person): Promise<string> => {
  const kept = { credentialId: newId(), publicKey: new Uint8Array([1]), counter: 0, transports: [], name: 'phone' }
  return (await db().passkey.create({ data: { id: newId(), personId, ...kept, createdAt: noon } })).id
}
const nothing = () => ({})
const reason = 'Agreed at the weekly meeting'

/** A right request for every operation, by its id. A new operation needs one here: it is then sent with every kind of credential. */
export const samples: Readonly<Record<string, SampleOf>> = {
  searchDatasets: { sample: () => ({ query: 'q=chest&modality=CT' }) },
  suggest: { sample: () => ({ query: 'q=lu' }) },
  ...requestSamples,
  ...systemSamples,
  ...agreementSamples,
  ...deliverySamples,
  ...ethicsSamples,
  ...accessSamples,
  ...stewardshipSamples,
  ...catalogueSamples,
  ...projectSamples,
  ...computeSamples,
  ...bookingSamples,
  readVersion: { sample: () => ({ params: { slug, number: '1.0.0' } }) },
  readDataset: { sample: () => ({ params: { slug } }) },
  listVersions: { sample: () => ({ params: { slug } }) },
  readMetrics: { sample: nothing },
  readMe: { sample: nothing },
  changeMe: { sample: () => ({ body: { name: 'Sam', revision: 1 } }) },
  listTokens: { sample: nothing },
  createToken: { sample: () => ({ body: { name: 'nightly', scopes: ['catalogue:read'], days: 9 } }) },
  revokeToken: {
    sample: async (me) => ({
      params: { token: (await createToken(as(me), { name: 'x', scopes: ['admin'], days: 9 })).id },
    }),
  },
  listSshKeys: { sample: nothing },
  addSshKey: { sample: () => ({ body: { name: 'laptop', key: sshLine() } }) },
  removeSshKey: {
    sample: async (me) => ({ params: { key: (await addSshKey(as(me), { name: 'x', key: sshLine() })).id } }),
  },
  // Somebody without a password or an app, whose sign-in of just now shows that it is them.
  requestEmailChange: { sample: () => ({ body: { email: `${newId()}@new.example` } }) },
  listPasskeys: { sample: nothing },
  removePasskey: {
    sample: async (me) => {
      await passkeyOf(me)
      return { params: { passkey: await passkeyOf(me) } }
    },
  },
  listSessions: { sample: nothing },
  endSession: { sample: (me) => ({ params: { session: me.sessionId ?? '' } }) },
  endOtherSessions: { sample: nothing },
  takeOwnData: { sample: nothing },
  readNotifications: { sample: nothing },
  setNotifications: { sample: () => ({ body: { enabled: ['proposal'] } }) },
  searchPeople: { sample: () => ({ query: 'q=sam' }), needsRole: true },
  readPerson: { sample: async () => ({ params: { person: (await somebody()).id } }), needsRole: true },
  giveRole: {
    sample: async () => ({ params: { person: (await somebody()).id, role: 'reviewer' }, body: { reason } }),
    needsRole: true,
  },
  takeRole: {
    sample: async () => ({
      params: { person: (await somebody({ roles: ['reviewer'] })).id, role: 'reviewer' },
      body: { reason },
    }),
    needsRole: true,
  },
  readJournal: { sample: () => ({ query: 'limit=5' }) },
}

/** The right request of an operation; throws for one that has none. */
export function sampleOf(id: string): SampleOf {
  const found = samples[id]
  if (!found) throw new Error(`${id} needs a right request in tests/integration/rest/samples.ts`)
  return found
}
