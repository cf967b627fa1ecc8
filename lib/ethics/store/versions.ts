import type { Tx } from '@/lib/platform/db'
import type { EthicsVersion } from '@/prisma/generated/client'
import { dayOf, startOf } from '../rules/days'
import type { Content } from '../rules/fields'
import type { Decision } from '../rules/status'
import type { VersionState } from '../rules/versions'

const dayOrNull = (date: Date | null) => date && dayOf(date)
const dateOrNull = (day: string | null) => day && startOf(day)

/** A version of an approval as the rules and pages take it. */
export type Version = Content & {
  readonly id: string
  readonly ordinal: number
  readonly state: VersionState
  readonly coveredDatasets: readonly string[]
  readonly note: string
  readonly createdById: string
  readonly createdAt: Date
  readonly submittedById: string | null
  readonly submittedAt: Date | null
  readonly judgedById: string | null
  readonly judgedAt: Date | null
  readonly judgedNote: string
}

/** What a row says. */
export const versionOf = ({ approvalId: _, ...row }: EthicsVersion): Version => ({
  ...row,
  state: row.state as VersionState,
  decision: row.decision as Decision,
  decidedOn: dayOf(row.decidedOn),
  legalForceOn: dayOrNull(row.legalForceOn),
  startedOn: dayOrNull(row.startedOn),
  endsOn: dayOrNull(row.endsOn),
})

/** What is said, as a row keeps it. */
function columnsOf(content: Content) {
  const { country, number, authority, title, decision, conditions, responsibleResearcher, principalOrganisation } =
    content
  const { purposes, dataDescription, sites, claimedDatasets, decidedOn, legalForceOn, startedOn, endsOn } = content
  return {
    ...{ country, number, authority, title, decision, conditions, responsibleResearcher, principalOrganisation },
    ...{ purposes, dataDescription, sites: [...sites], claimedDatasets: [...claimedDatasets] },
    decidedOn: startOf(decidedOn),
    legalForceOn: dateOrNull(legalForceOn),
    startedOn: dateOrNull(startedOn),
    endsOn: dateOrNull(endsOn),
  }
}

type New = { id: string; approvalId: string; ordinal: number; note: string; createdById: string; createdAt: Date }

/** Begins a version as a draft. */
export async function insertDraft(tx: Tx, version: New, content: Content): Promise<void> {
  const data = { ...version, ...columnsOf(content), state: 'draft', coveredDatasets: [] }
  await tx.ethicsVersion.create({ data, select: { id: true } })
}

/** Writes a draft anew. */
export async function writeDraft(tx: Tx, id: string, content: Content, note: string): Promise<void> {
  await tx.ethicsVersion.update({ where: { id }, data: { ...columnsOf(content), note }, select: { id: true } })
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.ethicsVersion.delete({ where: { id }, select: { id: true } })
}

type Step =
  | { state: 'submitted'; submittedById: string; submittedAt: Date }
  | { state: 'draft'; submittedById: null; submittedAt: null }
  | { state: 'returned'; judgedById: string; judgedAt: Date; judgedNote: string }
  | { state: 'verified'; judgedById: string; judgedAt: Date; judgedNote: string; coveredDatasets: string[] }

/** Moves a version on: the database refuses what its state does not let. */
export async function moveVersion(tx: Tx, id: string, step: Step): Promise<void> {
  await tx.ethicsVersion.update({ where: { id }, data: step, select: { id: true } })
}

type Check = { readonly field: string; readonly verdict: 'confirmed' | 'missing'; readonly note: string }

/** Keeps what the officer found of each field. */
export async function insertChecks(tx: Tx, versionId: string, checks: readonly Check[]): Promise<void> {
  await tx.ethicsCheck.createMany({ data: checks.map((check) => ({ versionId, ...check })) })
}
