import { answerCsv, rowsOf } from '@/app/csv-answer'
import type { Cell } from '@/lib/catalogue/rules/csv'
import { projectRegister, type RegisteredProject } from '@/lib/projects/queries/administration'

const head = [
  'project',
  'address',
  'type',
  'state',
  'PI',
  'account of the PI',
  'institution',
  'first day',
  'last day',
  'budget in GPU weeks',
  'used GPU weeks',
  'confirmation of members',
]

const cellsOf = (project: RegisteredProject): Cell[] => [
  project.name,
  project.slug,
  project.type,
  project.life,
  project.piName,
  project.piOpen ? 'open' : 'closed',
  project.institutionName,
  project.startsOn,
  project.endsOn,
  project.gpuBudget,
  project.gpuUsed,
  project.confirmationOverdue ? 'overdue' : 'in time',
]

/** The register of projects as CSV, with the same filters and the same sight as the page. */
export const GET = (request: Request): Promise<Response> =>
  answerCsv(request, async (ctx) => {
    const filter = Object.fromEntries(new URL(request.url).searchParams)
    const rows = await rowsOf((cursor) => projectRegister(ctx, { ...filter, cursor }), cellsOf)
    return { name: `projects-${ctx.now.toISOString().slice(0, 10)}.csv`, head, rows }
  })
