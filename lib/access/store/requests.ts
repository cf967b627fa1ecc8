import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { type Authority, standingOf } from '@/lib/projects/rules/authority'
import { delegatedIn, type LockedProject, lockProjects } from '@/lib/projects/store/standing'
import type { Prisma } from '@/prisma/generated/client'
import { whoIs } from '../policy/requests'
import { type Assignment, inForce } from '../rules/assignments'
import { type AccessStanding, type Concerned, standingTo } from '../rules/roles'
import type { ItemState, Off, State } from '../rules/states'
import { offIn } from '../rules/switched-off'
import { holdersAmong } from './holders'

const columns = {
  id: true,
  reference: true,
  projectId: true,
  applicantId: true,
  title: true,
  state: true,
  stateAt: true,
  reason: true,
  formVersionId: true,
  answers: true,
  purposes: true,
  ethicsApprovalId: true,
  optedOut: true,
  wantedUntil: true,
  externalId: true,
  processing: { select: { id: true, workflowId: true, nameEn: true, nameSv: true } },
  processingAt: true,
  turn: true,
  turnSince: true,
  submittedAt: true,
  copiedFromId: true,
  handedOverFromId: true,
  revision: true,
  createdAt: true,
  items: {
    select: {
      datasetId: true,
      workflowId: true,
      state: true,
      ground: true,
      reason: true,
      decidedAt: true,
      useFit: true,
      useResolved: true,
      useResolvedFor: true,
      workflow: {
        select: {
          id: true,
          name: true,
          barsOwnInstitute: true,
          decidedBy: true,
          decisionDays: true,
          quorum: true,
          reviewDays: true,
          hidesHandlers: true,
          disabledVerbs: true,
        },
      },
    },
    orderBy: { addedAt: 'asc' },
  },
  members: { select: { personId: true, joinedAt: true }, orderBy: { joinedAt: 'asc' } },
  tasks: {
    select: {
      id: true,
      kind: true,
      personId: true,
      state: true,
      roundId: true,
      dueAt: true,
      answer: true,
      invited: true,
    },
    orderBy: { id: 'asc' },
  },
} as const satisfies Prisma.AccessRequestSelect

const read = (tx: Tx, id: string) => tx.accessRequest.findUnique({ where: { id }, select: columns })
type Row = NonNullable<Awaited<ReturnType<typeof read>>>

/** A request with its datasets, members and tasks, as rules and pages need it. */
export type RequestRow = Omit<Row, 'state' | 'items'> & {
  readonly state: State
  readonly items: readonly (Omit<Row['items'][number], 'state'> & { readonly state: ItemState })[]
}

/** A request, its project, and how the actor stands to both. */
export type Seen = {
  readonly request: RequestRow
  readonly project: LockedProject & { readonly institution: string | null }
  readonly standing: AccessStanding
  /** What the workflows of its datasets have switched off for the actor. */
  readonly off: Off
  /** Whether one of them keeps from those who ask who of the hub did what; of datasets that were taken out, too. */
  readonly hides: boolean
  /** Everybody who takes part in the project. */
  readonly projectIds: ReadonlySet<string>
  readonly projectAuthorities: readonly Authority[]
  readonly assignments: readonly Assignment[]
}

/** Every assignment for these workflows that was not ended, of those who hold its hub role now. */
export async function assignmentsFor(tx: Tx, workflowIds: readonly string[]): Promise<Assignment[]> {
  const rows = await tx.accessAssignment.findMany({
    where: { workflowId: { in: [...workflowIds] }, endedAt: null },
    select: {
      workflowId: true,
      personId: true,
      role: true,
      awayFrom: true,
      awayUntil: true,
      deputyId: true,
      endedAt: true,
    },
    orderBy: { id: 'asc' },
  })
  const assignments = rows.map((row) => ({ ...row, role: row.role as Assignment['role'] }))
  const people = assignments.flatMap(({ personId, deputyId }) => [personId, ...(deputyId === null ? [] : [deputyId])])
  return inForce(assignments, await holdersAmong(tx, people))
}

const rowOf = (row: Row): RequestRow => ({
  ...row,
  state: row.state as State,
  items: row.items.map((item) => ({ ...item, state: item.state as ItemState })),
})

/** The workflows of the datasets that a request has, each once. */
export const workflowsOf = ({ items }: Pick<RequestRow, 'items'>) => [
  ...new Map(items.filter(({ state }) => state !== 'removed').map(({ workflow }) => [workflow.id, workflow])).values(),
]

async function seen(tx: Tx, request: RequestRow, project: LockedProject, ctx: Context): Promise<Seen | null> {
  const { actor, now } = ctx
  if (!isPerson(actor)) return null
  const workflows = workflowsOf(request)
  const ids = workflows.map(({ id }) => id)
  const [delegated, assignments, person, place] = [
    await delegatedIn(tx, project),
    await assignmentsFor(tx, ids),
    await tx.person.findUnique({ where: { id: actor.id }, select: { organisation: true } }),
    await tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { institution: true } }),
  ]
  const { authorities } = standingOf(delegated, actor.id, now)
  const concerned: Concerned = {
    state: request.state,
    submitted: request.submittedAt !== null,
    mayRequest: authorities.includes('request-data'),
    memberIds: new Set(request.members.map(({ personId }) => personId)),
    projectIds: delegated.memberIds,
    institution: place.institution,
    workflows,
    assignments,
    tasks: request.tasks,
  }
  const standing = standingTo(whoIs(actor, person?.organisation ?? null), concerned, now)
  const projectIds = delegated.memberIds
  return {
    request,
    project: { ...project, ...place },
    standing,
    off: offIn(workflows, standing.handles),
    hides: request.items.some(({ workflow }) => workflow.hidesHandlers),
    projectIds,
    projectAuthorities: authorities,
    assignments,
  }
}

/**
 * A request as this actor sees it, its project's row and its own locked in that order; null where there is none. `besides`: further
 * projects that the rules depend on, locked along with its own.
 */
export async function lockRequest(
  tx: Tx,
  id: string,
  ctx: Context,
  besides: readonly string[] = [],
): Promise<Seen | null> {
  const found = await tx.accessRequest.findUnique({ where: { id }, select: { projectId: true } })
  const locked = found ? await lockProjects(tx, [found.projectId, ...besides]) : []
  const project = locked.find((one) => one.id === found?.projectId)
  if (!project) return null
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const row = await read(tx, id)
  return row && seen(tx, rowOf(row), project, ctx)
}

/** A request's row, locked: for what the clock does with it. The project is locked by nobody, so it decides nothing that depends on it. */
export async function lockedRow(tx: Tx, id: string): Promise<RequestRow | null> {
  await tx.$queryRaw`SELECT 1 FROM access_request WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const row = await read(tx, id)
  return row && rowOf(row)
}

/** The same without a lock, for pages. */
export async function seenRequest(tx: Tx, id: string, ctx: Context): Promise<Seen | null> {
  const row = await read(tx, id)
  if (!row) return null
  const select = {
    id: true,
    slug: true,
    name: true,
    type: true,
    state: true,
    piId: true,
    institutionName: true,
    hiddenOnSheet: true,
    startsAt: true,
    endsAt: true,
    gpuBudget: true,
    membersConfirmedAt: true,
    revision: true,
  } as const
  const project = await tx.project.findUniqueOrThrow({ where: { id: row.projectId }, select })
  return seen(tx, rowOf(row), project as LockedProject, ctx)
}

/** The columns that a command changes; the revision grows by itself. */
export type RequestChange = Omit<
  Prisma.AccessRequestUncheckedUpdateInput,
  'id' | 'revision' | 'turn' | 'turnSince' | 'stateAt' | 'state'
> & { state?: State }

/** Writes a request's columns, one revision on. */
export async function writeRequest(tx: Tx, request: RequestRow, change: RequestChange, now: Date): Promise<void> {
  const moved = change.state !== undefined && change.state !== request.state
  const data = { ...change, ...(moved && { stateAt: now, closeOutDueAt: null }), revision: { increment: 1 } }
  await tx.accessRequest.update({ where: { id: request.id }, data, select: { id: true } })
}
