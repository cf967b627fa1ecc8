import { z } from 'zod'
import { line, lines, optional, reason } from '@/lib/identity/schema/text'
import { day, ExpectedRevision, gpuWeeks, organisations, Slug, ticked } from './fields'

const slug = { slug: Slug }

export const ProjectChoice = z.object(slug)

/** What a project says of itself. `listed`: the public directory may show it; `hiddenOnSheet`: the booking sheet does not name it. */
export const EditProject = z.object({
  ...slug,
  expectedRevision: ExpectedRevision,
  name: line(150),
  department: optional(line(150)).default(null),
  description: lines(5000),
  partners: organisations.default([]),
  listed: ticked.default(false),
  hiddenOnSheet: ticked.default(false),
})
export type EditProject = z.output<typeof EditProject>

export const SetBudget = z.object({ ...slug, gpuWeeks, reason })

/** Quota of /proj in gigabytes, a thousand million bytes each. */
export const SetQuota = z.object({
  ...slug,
  gigabytes: z.coerce
    .number('projects.invalid.gigabytes')
    .int('projects.invalid.gigabytes')
    .min(0, 'projects.invalid.gigabytes')
    .max(1_000_000, 'projects.invalid.gigabytes'),
  reason,
})

export const EndProject = z.object({ ...slug, reason })

/** `endsOn` is the new last day. */
export const ExtendProject = z.object({ ...slug, endsOn: day, reason })

/** A project by its id, for what the clock brings. */
export const DueProject = z.object({ projectId: z.uuid() })
