import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { ownScope } from '../policy'
import { isConfirmationOverdue } from '../rules/confirmation'
import { daysOf, lifeOf } from '../rules/periods'
import { actingProjectsOf } from '../store/acting'

/** The projects that one takes part in and that were not ended, in order of name, with one's standing in each. */
export const ownProjects = query({
  name: 'projects.own-projects',
  input: z.object({}),
  scope: ({ actor }) => ownScope(actor),
  read: async ({ personId }, _, { now }) => {
    const projects = await actingProjectsOf(db(), personId, now)
    return projects.map(({ id: _id, piId: _piId, startsAt, endsAt, membersConfirmedAt, ...project }) => ({
      ...project,
      ...daysOf({ startsAt, endsAt }),
      life: lifeOf({ state: 'active', startsAt, endsAt }, now),
      confirmationOverdue: isConfirmationOverdue(membersConfirmedAt, now),
    }))
  },
})
