import { z } from 'zod'
import { line, lines, optional, reason } from '@/lib/identity/schema/text'
import { judgeDays } from '../rules/periods'
import { appliedTypes } from '../rules/types'
import { day, ExpectedRevision, gpuWeeks, organisation, organisations, ticked } from './fields'

/** A wish that a project become one of the hub's. `endsOn` is its last day; `listed`: the public directory may show it. */
export const ApplyForProject = z
  .object({
    type: z.enum(appliedTypes, 'projects.invalid.choice'),
    name: line(150),
    institution: organisation,
    department: optional(line(150)).default(null),
    description: lines(5000),
    needs: optional(lines(5000)).default(null),
    partners: organisations.default([]),
    listed: ticked.default(false),
    startsOn: day,
    endsOn: day,
  })
  .superRefine(({ startsOn, endsOn }, ctx) => {
    const wrong = judgeDays(startsOn, endsOn)
    if (wrong) ctx.addIssue({ code: 'custom', path: ['endsOn'], message: wrong })
  })
export type ApplyForProject = z.output<typeof ApplyForProject>

const choice = { applicationId: z.uuid(), expectedRevision: ExpectedRevision }

export const WithdrawApplication = z.object(choice)

/** `gpuWeeks` sets another budget than the type gives; a type without one needs it. */
export const DecideApplication = z.object({
  ...choice,
  decision: z.enum(['approve', 'decline'], 'projects.invalid.choice'),
  gpuWeeks: optional(gpuWeeks).default(null),
  reason,
})
export type DecideApplication = z.output<typeof DecideApplication>
