import type { Tx } from '@/lib/platform/db'
import { schedule } from '@/lib/platform/jobs'
import type { Replacement } from '../rules/replacement'
import { changeApproval } from './approvals'

/** The decision whose place another takes, with what takes it so far; its project is locked. Null: it takes the place of none. */
export async function replacedBySuccessor(tx: Tx, { replacesId }: { readonly replacesId: string | null }) {
  if (replacesId === null) return null
  const select = { id: true, supersededAt: true, supersededById: true } as const
  const {
    id,
    supersededAt: at,
    supersededById: by,
  } = await tx.ethicsApproval.findUniqueOrThrow({
    where: { id: replacesId },
    select,
  })
  return { id, was: { by, at } satisfies Replacement }
}

/** Keeps what takes the place of a decision, and has it told at the moment at which that comes about. */
export async function keepReplacement(tx: Tx, id: string, { by, at }: Replacement, now: Date): Promise<void> {
  const supersededToldAt = at !== null && at <= now ? now : null
  await changeApproval(tx, id, { supersededById: by, supersededAt: at, supersededToldAt })
  if (at === null || at <= now) return
  await schedule(tx, { task: 'due:ethics-superseded', payload: { approval: id }, at, key: `ethics-superseded:${id}` })
}
