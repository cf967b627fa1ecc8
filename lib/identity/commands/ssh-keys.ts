import 'server-only'
import { newId } from '@/lib/platform/id'
import { refuse } from '@/lib/platform/refusal'
import { readSshKey } from '@/lib/platform/ssh-key'
import { happened } from '../events'
import { NewSshKey, SshKeyChoice } from '../schema/credentials'
import { own } from './own'

const most = 20
const fault = (message: string) => refuse('platform.invalid', { fields: { key: [message] } })

/**
 * Adds an SSH public key to one's own account. Refuses: identity.ssh-private-key (nothing of it is kept), platform.invalid for
 * what is no key or too weak, identity.ssh-key-there, identity.too-many-keys.
 */
export const addSshKey = own({
  name: 'identity.add-ssh-key',
  input: NewSshKey,
  load: async (tx, { person, input }) => ({
    id: newId(),
    read: readSshKey(input.key),
    held: await tx.sshKey.findMany({ where: { personId: person.id }, select: { fingerprint: true } }),
  }),
  decide: (_, { person, more: { id, read, held } }) => {
    if (read === 'private') return refuse('identity.ssh-private-key')
    if (read === 'unreadable') return fault('identity.invalid.ssh-key')
    if (read === 'weak') return fault('identity.invalid.ssh-weak')
    if (held.some(({ fingerprint }) => fingerprint === read.fingerprint)) return refuse('identity.ssh-key-there')
    return held.length < most ? happened.sshKeyAdded(person.id, { key: id }) : refuse('identity.too-many-keys')
  },
  apply: async (tx, _, { person, input, more: { id, read } }, { now }) => {
    if (typeof read === 'string') throw new Error('decided without a key')
    await tx.sshKey.create({
      data: { id, personId: person.id, name: input.name, ...read, createdAt: now },
      select: { id: true },
    })
    return { id, fingerprint: read.fingerprint }
  },
})

/** Removes one of one's own SSH keys. */
export const removeSshKey = own({
  name: 'identity.remove-ssh-key',
  input: SshKeyChoice,
  load: (tx, { person, input }) =>
    tx.sshKey.findFirst({ where: { id: input.key, personId: person.id }, select: { id: true } }),
  decide: (_, { person, more }) => happened.sshKeyRemoved(person.id, { key: more.id }),
  apply: async (tx, _, { more }) => {
    await tx.sshKey.delete({ where: { id: more.id }, select: { id: true } })
  },
})
