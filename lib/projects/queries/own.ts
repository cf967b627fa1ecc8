import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { ownScope } from '../policy'
import { daysOf } from '../rules/periods'
import type { ProjectType } from '../rules/types'

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
  listed: true,
  startsAt: true,
  endsAt: true,
  state: true,
  reason: true,
  revision: true,
  createdAt: true,
  decidedAt: true,
  projectId: true,
} as const

export type OwnApplication = Awaited<ReturnType<typeof ownApplications>>[number]

/** One's own applications, the newest first, with what became of them: a hundred at most. */
export const ownApplications = query({
  name: 'projects.own-applications',
  input: z.object({}),
  scope: ({ actor }) => ownScope(actor),
  read: async ({ personId }) => {
    const where = { applicantId: personId }
    const rows = await db().projectApplication.findMany({
      where,
      select: application,
      orderBy: { id: 'desc' },
      take: 100,
    })
    const projects = await db().project.findMany({
      where: { id: { in: rows.flatMap(({ projectId }) => projectId ?? []) } },
      select: { id: true, slug: true },
    })
    return rows.map(({ projectId, startsAt, endsAt, state, type, ...row }) => ({
      ...row,
      type: type as ProjectType,
      state: state as 'submitted' | 'approved' | 'declined' | 'withdrawn',
      ...daysOf({ startsAt, endsAt }),
      slug: projects.find(({ id }) => id === projectId)?.slug ?? null,
    }))
  },
})
