import 'server-only'
import { sqlStateOf } from '@/lib/platform/command'
import { Refused, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { topics } from '../rules/topics'
import { Notifications, Profile } from '../schema/people'
import { own } from './own'

const orcidTaken = () => refuse('platform.invalid', { fields: { orcid: ['identity.invalid.orcid-taken'] } })
const fields = ['name', 'orcid', 'organisation', 'department', 'language'] as const

/** Saves one's own profile. Refuses: platform.conflict for an older form; platform.invalid for an ORCID iD that somebody else has. */
export const updateProfile = own({
  name: 'identity.update-profile',
  input: Profile,
  load: (tx, { person }) =>
    tx.person.findUnique({
      where: { id: person.id },
      select: {
        name: true,
        orcid: true,
        orcidVouched: true,
        organisation: true,
        department: true,
        language: true,
        revision: true,
      },
    }),
  decide: (_, { person, more, input }) => {
    if (input.revision !== more.revision) return refuse('platform.conflict')
    // What the identity provider vouches for is not overwritten by hand.
    if (more.orcidVouched && input.orcid !== more.orcid)
      return refuse('platform.invalid', { fields: { orcid: ['identity.invalid.orcid-vouched'] } })
    return happened.profileChanged(person.id, { fields: fields.filter((field) => input[field] !== more[field]) })
  },
  apply: async (tx, _, { person, input: { revision, ...profile } }) => {
    try {
      const data = { ...profile, revision: revision + 1 }
      await tx.person.update({ where: { id: person.id }, data, select: { id: true } })
    } catch (error) {
      if (sqlStateOf(error) === '23505' || sqlStateOf(error) === 'P2002') throw new Refused(orcidTaken())
      throw error
    }
  },
})

/** Chooses what to be written to about; the topics not named are off. */
export const setNotifications = own({
  name: 'identity.set-notifications',
  input: Notifications,
  load: async (_, { input }) => ({ off: topics.filter((topic) => !input.enabled.includes(topic)) }),
  decide: (_, { person, more }) => happened.notificationsChanged(person.id, { off: more.off }),
  apply: async (tx, _, { person, more }) => {
    await tx.notificationSetting.deleteMany({ where: { personId: person.id } })
    await tx.notificationSetting.createMany({
      data: more.off.map((topic) => ({ personId: person.id, topic, enabled: false })),
    })
  },
})
