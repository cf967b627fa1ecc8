import 'server-only'
import { dataUseOf } from '@/lib/catalogue/store/data-use'
import { db } from '@/lib/platform/db'
import { judgeUse } from '../rules/duo-match'
import { privateKeys } from '../rules/forms-reviewer'
import type { Answers } from '../schema/forms-answers'
import { judgedAnswers } from '../store/answers'
import type { Seen } from '../store/requests'
import { basisOf } from '../store/use'
import { worded } from './duo'

/**
 * How the purpose of a request fits what each of its datasets may be used for at this moment, with every reason in both languages, and a
 * digest of what that was judged of. Who reviews and does not see the purpose is told the word alone: the reasons would tell it.
 */
export async function usesNow({ request, standing }: Pick<Seen, 'request' | 'standing'>) {
  const ids = request.items.map(({ datasetId }) => datasetId)
  const { form, purpose } = await judgedAnswers(db(), request, request.answers as Answers)
  const stated = await dataUseOf(db(), ids)
  const hidden = form ? privateKeys(form) : new Set<string>()
  const isPrivate = form?.fields.some(({ key, kind }) => kind === 'data-use' && hidden.has(key)) ?? false
  const facts = { ethicsApproval: request.ethicsApprovalId !== null }
  return new Map(
    ids.map((id) => {
      const use = stated.get(id) ?? null
      const { verdict, reasons } = judgeUse(use, purpose, facts)
      const told = worded({ verdict, reasons: standing.reviewsOnly && isPrivate ? [] : reasons })
      return [id, { use: told, basis: basisOf(use, purpose, facts.ethicsApproval) }]
    }),
  )
}
