import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { applyForProject, decideApplication, withdrawApplication } from '@/lib/projects/commands/applications'
import { projectsWaiting } from '@/lib/projects/queries/administration'
import { ownApplications } from '@/lib/projects/queries/own'
import { ApplyForProject, DecideApplication, WithdrawApplication } from '@/lib/projects/schema/applications'
import { OwnApplication, Waiting } from './project-answers'

const tag = 'Project applications'
const one = '/api/v1/projects/applications/{applicationId}'
const params = z.object({ applicationId: WithdrawApplication.shape.applicationId })

const own = operation({
  tag,
  id: 'listOwnProjectApplications',
  method: 'get',
  path: '/api/v1/me/project-applications',
  summary: 'Your own applications, with what became of them',
  scope: 'projects:read',
  answer: z.object({ items: z.array(OwnApplication) }),
  door: ownApplications,
  render: (items: readonly { projectId?: unknown }[]) => ({ items }),
})

const apply = operation({
  tag,
  id: 'applyForProject',
  method: 'post',
  path: '/api/v1/projects/applications',
  summary: 'Ask that your project become one of the hub’s; five of yours may wait at a time',
  scope: 'projects:write',
  body: ApplyForProject,
  answer: z.object({ id: z.uuid() }),
  status: 201,
  door: applyForProject,
})

const waiting = operation({
  tag,
  id: 'listProjectsWaiting',
  method: 'get',
  path: '/api/v1/projects/waiting',
  summary: 'Applications and transfers of the PI role that wait for an administrator, the oldest first',
  scope: 'admin',
  answer: Waiting,
  door: projectsWaiting,
})

const withdraw = operation({
  tag,
  params,
  id: 'withdrawProjectApplication',
  method: 'post',
  path: `${one}/withdraw`,
  summary: 'Take your own application back',
  scope: 'projects:write',
  body: WithdrawApplication.pick({ expectedRevision: true }),
  answer: z.object({ id: z.uuid(), state: z.literal('withdrawn') }),
  door: withdrawApplication,
})

const decision = {
  tag,
  params,
  method: 'post',
  scope: 'admin',
  answer: z.object({
    id: z.uuid(),
    state: z.enum(['approved', 'declined']),
    slug: z.string().nullable().meta({ description: 'The project that it became' }),
  }),
  door: decideApplication,
} as const

const approve = operation({
  ...decision,
  id: 'approveProjectApplication',
  path: `${one}/approve`,
  summary: 'Approve an application, which makes the project; the applicant is told why. Never your own',
  body: DecideApplication.pick({ expectedRevision: true, gpuWeeks: true, reason: true }),
  prepare: (said) => ({ ...said, decision: 'approve' }),
})

const decline = operation({
  ...decision,
  id: 'declineProjectApplication',
  path: `${one}/decline`,
  summary: 'Decline an application; the applicant is told why. Never your own',
  body: DecideApplication.pick({ expectedRevision: true, reason: true }),
  prepare: (said) => ({ ...said, decision: 'decline' }),
})

export const applicationOperations = { own, apply, waiting, withdraw, approve, decline } as const
