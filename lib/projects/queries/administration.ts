import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound, type Refusal } from '@/lib/platform/refusal'
import { mayDecideProjects } from '../policy'
import { isConfirmationOverdue } from '../rules/confirmation'
import { daysOf, lifeOf, lives } from '../rules/periods'
import { budgetOf, type ProjectType, projectTypes } from '../rules/types'
import { namesOf } from '../store/names'

/** "Not found" for who does not decide on projects; the refusal where that explains itself. */
const deciders = ({ actor }: Context): true | Refusal => {
  const permission = mayDecideProjects(actor)
  if (permission === true || isRefusal(permission)) return permission
  return notFound()
}

/** Applications that wait, the oldest first: a hundred at most. Nobody decides on their own. */
async function applicationsWaiting({ actor }: Context) {
  const rows = await db().projectApplication.findMany({
    where: { state: 'submitted' },
    orderBy: { id: 'asc' },
    take: 100,
    omit: { state: true, reason: true, decidedById: true, decidedAt: true, projectId: true },
  })
  const names = await namesOf(rows.map(({ applicantId }) => applicantId))
  return rows.map(({ applicantId, startsAt, endsAt, ...row }) => ({
    ...row,
    type: row.type as ProjectType,
    ...daysOf({ startsAt, endsAt }),
    applicant: names.get(applicantId) ?? '',
    usualBudget: budgetOf(row.type as ProjectType),
    mayDecide: isPerson(actor) && actor.id !== applicantId,
  }))
}

/** Transfers of the PI role on which both sides agree, the oldest first: a hundred at most. */
async function transfersWaiting() {
  const rows = await db().piTransfer.findMany({
    where: { state: 'accepted' },
    orderBy: { id: 'asc' },
    take: 100,
    select: {
      id: true,
      fromId: true,
      toId: true,
      institutionName: true,
      acceptedAt: true,
      project: { select: { slug: true, name: true } },
    },
  })
  const names = await namesOf(rows.flatMap(({ fromId, toId }) => [fromId, toId]))
  return rows.map(({ fromId, toId, ...row }) => ({
    ...row,
    from: names.get(fromId) ?? '',
    to: names.get(toId) ?? '',
  }))
}

/** What waits for an administrator about projects: applications, and transfers of the PI role. */
export const projectsWaiting = query({
  name: 'projects.waiting',
  input: z.object({}),
  scope: deciders,
  read: async (_, __, ctx) => {
    const [applications, transfers] = await Promise.all([applicationsWaiting(ctx), transfersWaiting()])
    return { applications, transfers }
  },
})

const blank = (value: unknown) => (value === '' ? undefined : value)
const RegisterPage = z.object({
  q: z.preprocess(blank, z.string().trim().max(200).optional()),
  type: z.preprocess(blank, z.enum(projectTypes).optional()),
  life: z.preprocess(blank, z.enum(lives).optional()),
  cursor: z.preprocess(blank, z.uuid().optional()),
})

const pageSize = 100

type Row = {
  id: string
  slug: string
  name: string
  type: ProjectType
  state: string
  piName: string
  institutionName: string
  startsAt: Date
  endsAt: Date
  gpuBudget: number
  gpuUsed: number
  membersConfirmedAt: Date
  piOpen: boolean
}

type Wanted = { q?: string; type?: string; life?: string; cursor?: string }

const registerRows = ({ q = '', type = '', life = '', cursor }: Wanted, now: Date) => db().$queryRaw<Row[]>`
  SELECT p.id, p.slug, p.name, p.type, p.state, pi.name AS "piName", p.institution_name AS "institutionName",
    p.starts_at AS "startsAt", p.ends_at AS "endsAt", p.gpu_budget AS "gpuBudget", gpu_weeks_used(p.id, ${now}) AS "gpuUsed",
    p.members_confirmed_at AS "membersConfirmedAt", pi.deactivated_at IS NULL AS "piOpen"
  FROM project p JOIN person pi ON pi.id = p.pi_id LEFT JOIN project a ON a.id = ${cursor ?? null}::uuid
  WHERE ${type} IN ('', p.type) AND ${life} IN ('', CASE WHEN p.state <> 'active' OR p.ends_at <= ${now} THEN 'over'
      WHEN p.starts_at <= ${now} THEN 'running' ELSE 'to-come' END)
    AND (${q} = '' OR strpos(lower(concat_ws(' ', p.name, p.slug, p.institution_name, pi.name)), lower(${q})) > 0)
    AND (a.id IS NULL OR (p.name, p.id) > (a.name, a.id))
  ORDER BY p.name, p.id LIMIT ${pageSize + 1}`

/** Every project with its budget and state, in order of name, 100 a page. For administrators. */
export const projectRegister = query({
  name: 'projects.register',
  input: RegisterPage,
  scope: deciders,
  read: async (_, wanted, { now }) => {
    const rows = await registerRows(wanted, now)
    const items = rows.slice(0, pageSize).map(({ state, startsAt, endsAt, membersConfirmedAt, ...project }) => ({
      ...project,
      life: lifeOf({ state, startsAt, endsAt }, now),
      ...daysOf({ startsAt, endsAt }),
      confirmationOverdue: isConfirmationOverdue(membersConfirmedAt, now),
    }))
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
  },
})

export type ProjectsWaiting = Awaited<ReturnType<typeof projectsWaiting>>
export type RegisteredProject = Awaited<ReturnType<typeof projectRegister>>['items'][number]
