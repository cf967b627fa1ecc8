import { editWorkflow } from '@/lib/access/commands/workflows'
import { db } from '@/lib/platform/db'
import type { World } from './requests'

type Options = {
  hidesHandlers?: boolean
  disabledVerbs?: readonly string[]
  processing?: readonly { id?: string; en?: string; sv?: string; at?: number }[]
  decidedBy?: string
  datasets?: readonly string[]
  form?: string
}

/** Edits the workflow of a world: what is not named stays as it is, but for its options, which are these. */
export async function withOptions(w: Pick<World, 'admin' | 'workflow' | 'slugs'>, options: Options) {
  const form = { select: { slug: true } } as const
  const row = await db().accessWorkflow.findUniqueOrThrow({ where: { id: w.workflow }, include: { form } })
  const { name, decidedBy, rule, quorum, decisionDays, reviewDays, handlingDays, onDeadline, revision } = row
  const asks = row.form ? { form: row.form.slug } : {}
  const same = { name, decidedBy, rule, quorum, decisionDays, reviewDays, handlingDays, onDeadline, ...asks }
  const wish = { ...same, workflow: w.workflow, expectedRevision: revision, datasets: w.slugs, ...options }
  await editWorkflow(w.admin, wish)
}

export const progress = [
  { en: 'Being extracted', sv: 'Tas ut' },
  { en: 'Delivered', sv: 'Levererat' },
]

/** The processing states of a workflow, in order. */
export const statesOf = (workflowId: string) =>
  db().accessProcessingState.findMany({ where: { workflowId, retiredAt: null }, orderBy: { position: 'asc' } })
