import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { ownScope } from '../policy'
import { actingProjectsOf } from '../store/acting'

/** The active projects that one takes part in, in order of name, with one's standing in each. */
export const ownProjects = query({
  name: 'projects.own-projects',
  input: z.object({}),
  scope: ({ actor }) => ownScope(actor),
  read: ({ personId }, _, { now }) => actingProjectsOf(db(), personId, now),
})
