import { type Cell, toCsv } from '@/lib/catalogue/rules/csv'
import { contextOf } from '@/lib/identity/session'
import { Refused, statusOf } from '@/lib/platform/refusal'
import { projectRegister, type RegisteredProject } from '@/lib/projects/queries/administration'

const most = 10_000

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

/** The register of projects as CSV (RFC 4180), with the same filters and the same sight as the page; at most 10 000 projects. */
export async function GET(request: Request): Promise<Response> {
  try {
    const ctx = await contextOf(request)
    const filter = Object.fromEntries(new URL(request.url).searchParams)
    const rows: Cell[][] = []
    let cursor: string | undefined
    do {
      const page = await projectRegister(ctx, { ...filter, cursor })
      rows.push(...page.items.map(cellsOf))
      cursor = page.next ?? undefined
    } while (cursor && rows.length < most)
    return new Response(toCsv(head, rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="projects-${ctx.now.toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response(null, { status: statusOf(error.refusal) })
  }
}
