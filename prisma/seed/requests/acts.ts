import { beginRequest } from '../../../lib/access/commands/begin'
import { saveDraft } from '../../../lib/access/commands/drafts'
import { submitRequest } from '../../../lib/access/commands/submission'
import { acceptAccessTerms } from '../../../lib/access/commands/terms'
import type { PrismaClient } from '../../generated/client'
import { acting, type Key, personId } from '../projects/leaders'
import { as } from '../stewardship'
import { answersOf } from './answers'

const day = 86_400_000
export const madeUp = 'Made up for the demonstration.'

type Study = {
  readonly by: Key
  readonly title: string
  readonly datasets: readonly string[]
  readonly project: string
  readonly approval: string
  readonly daysAgo: number
}

/** Everything that the acts of the story need: the moment, the database, and days before and after it. */
export type Stage = { readonly db: PrismaClient; readonly now: Date }

export const dayIn = ({ now }: Stage, days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10)
export const hanna = ({ now }: Stage, daysAgo: number) => as('hanna', now, daysAgo)

/** Accepts whatever terms bind somebody, where there are some. */
export async function acceptAll({ db, now }: Stage, by: Key, daysAgo: number): Promise<void> {
  const all = await db.accessTerms.findMany({ select: { id: true }, orderBy: { version: 'asc' } })
  const taken = await db.accessAcceptance.count({ where: { personId: personId(by) } })
  if (taken === 0) for (const { id } of all) await acceptAccessTerms(acting(by, now, daysAgo), { terms: id })
}

/** Fills a draft in: the ethics approval, the last day, and every answer. */
export async function filledIn(stage: Stage, request: string, { by, title, approval, daysAgo }: Study): Promise<void> {
  const columns = { wantedUntil: dayIn(stage, 300), ethicsApproval: approval }
  const answers = await answersOf(stage.db, request, title)
  await saveDraft(acting(by, stage.now, daysAgo), { request, ...columns, ...(answers && { answers }) })
}

/** A draft that is whole but for its submission. */
export async function drafted(stage: Stage, study: Study): Promise<string> {
  const { by, title, datasets, project, daysAgo } = study
  const ctx = acting(by, stage.now, daysAgo)
  const { id: request } = await beginRequest(ctx, { project, datasets, title: `${title} (demonstration)` })
  await filledIn(stage, request, study)
  return request
}

export async function submitted(stage: Stage, study: Study): Promise<string> {
  const request = await drafted(stage, study)
  await acceptAll(stage, study.by, study.daysAgo)
  await submitRequest(acting(study.by, stage.now, study.daysAgo - 0.5), { request })
  return request
}

export type Made = (over: { title: string; datasets: readonly string[]; daysAgo: number }) => Study
