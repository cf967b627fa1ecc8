import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Prisma } from '@/prisma/generated/client'
import { type Organisation, readOrganisation } from '../rules/organisation'
import { longest, startOf } from '../rules/periods'
import { freeSlug } from '../rules/slug'
import type { Application } from './applications'

/** The address for a new project of this name; nobody else chooses one until the transaction ends. */
export async function chooseSlug(tx: Tx, name: string): Promise<string> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('project-slugs', 0))`
  const rows = await tx.project.findMany({ select: { slug: true } })
  const taken = new Set(rows.map(({ slug }) => slug))
  return freeSlug(name, (slug) => taken.has(slug))
}

export type NewProject = { id: string; slug: string; gpuBudget: number }

/** Makes the project that an application asked for; its applicant leads it, and has just confirmed that nobody else takes part. */
export async function insertProject(tx: Tx, ctx: Context, project: NewProject, wish: Application): Promise<void> {
  const { type, name, applicantId, institution, institutionName, department, description, listed, startsAt, endsAt } =
    wish
  const words = { type, name, institution, institutionName, department, description, listed, startsAt, endsAt }
  const began = { state: 'active', piId: applicantId, membersConfirmedAt: ctx.now, createdAt: ctx.now }
  await tx.project.create({ data: { ...project, ...words, ...began }, select: { id: true } })
  const partners = wish.partners.map((text) => readOrganisation(text) ?? { name: text, ror: null })
  await tx.projectPartner.createMany({ data: partners.map((partner) => ({ ...partner, projectId: project.id })) })
}

type DataProject = { id: string; slug: string; name: string; piId: string; institution: Organisation }

/** A project for data access only, without a budget, from today on for ten years: of somebody who asks for data and has none. */
export async function insertDataProject(tx: Tx, ctx: Context, project: DataProject): Promise<void> {
  const { institution, ...own } = project
  const startsAt = startOf(ctx.now.toISOString().slice(0, 10))
  const endsAt = new Date(startsAt.getTime() + longest * 86_400_000)
  const words = { type: 'data-access', institution: institution.ror, institutionName: institution.name, gpuBudget: 0 }
  const began = { state: 'active', startsAt, endsAt, membersConfirmedAt: ctx.now, createdAt: ctx.now }
  await tx.project.create({ data: { ...own, ...words, ...began }, select: { id: true } })
}

/** Keeps why a project has another budget than its type gives. */
export async function insertBudgetChange(
  tx: Tx,
  ctx: Context,
  change: { projectId: string; gpuWeeks: number; reason: string },
): Promise<void> {
  const byId = ctx.actor.kind === 'person' ? ctx.actor.id : null
  await tx.budgetChange.create({ data: { ...change, id: newId(), byId, at: ctx.now }, select: { id: true } })
}

/** Writes these columns; whoever read the project before has now read an older revision. */
export async function changeProject(
  tx: Tx,
  id: string,
  columns: Omit<Prisma.ProjectUncheckedUpdateInput, 'id' | 'slug' | 'revision'>,
): Promise<void> {
  await tx.project.update({ where: { id }, data: { ...columns, revision: { increment: 1 } }, select: { id: true } })
}

export async function replacePartners(tx: Tx, projectId: string, partners: readonly Organisation[]): Promise<void> {
  await tx.projectPartner.deleteMany({ where: { projectId } })
  await tx.projectPartner.createMany({ data: partners.map((partner) => ({ ...partner, projectId })) })
}

/** Quota of /proj in gigabytes. */
export async function quotaOf(tx: Tx, id: string): Promise<number> {
  const { quotaBytes } = await tx.project.findUniqueOrThrow({ where: { id }, select: { quotaBytes: true } })
  return Number(quotaBytes / 1_000_000_000n)
}

type Decision = { id: string; projectId: string; kind: 'ended' | 'extended' | 'quota' | 'appointed'; reason: string }

/** Keeps why something was decided about a project. */
export async function insertDecision(tx: Tx, ctx: Context, decision: Decision): Promise<void> {
  const byId = ctx.actor.kind === 'person' ? ctx.actor.id : null
  await tx.projectDecision.create({ data: { ...decision, byId, at: ctx.now }, select: { id: true } })
}
