import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { ownScope } from '../policy'

const application = {
  id: true,
  type: true,
  name: true,
  institution: true,
  institutionName: true,
  department: true,
  description: true,
  needs: true,
  partners: true,
  startsAt: true,
  endsAt: true,
  state: true,
  reason: true,
  revision: true,
  createdAt: true,
  decidedAt: true,
} as const

/** One's own applications, the newest first, with what became of them: a hundred at most. */
export const ownApplications = query({
  name: 'projects.own-applications',
  input: z.object({}),
  scope: ({ actor }) => ownScope(actor),
  read: ({ personId }) =>
    db().projectApplication.findMany({
      where: { applicantId: personId },
      select: application,
      orderBy: { id: 'desc' },
      take: 100,
    }),
})
