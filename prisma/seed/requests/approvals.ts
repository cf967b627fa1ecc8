import { verifyApproval } from '../../../lib/ethics/commands/judge-approval'
import { addDocument } from '../../../lib/ethics/commands/keep-documents'
import { registerApproval } from '../../../lib/ethics/commands/register-approval'
import { submitApproval } from '../../../lib/ethics/commands/submit-approval'
import { checkedFields } from '../../../lib/ethics/rules/fields'
import { readUpload } from '../../../lib/platform/storage'
import { pdfSaying } from '../agreements/pdf'
import { acting, type Key } from '../projects/leaders'
import { as } from '../stewardship'

export type Approving = {
  readonly by: Key
  readonly project: string
  readonly number: string
  readonly datasets: readonly string[]
  readonly daysAgo: number
  /** Days from now on which it ends; null: it names no end. */
  readonly ends: number | null
}

/** An ethics approval of a project, registered with its decision and verified for these datasets. Made up, and says so. */
export async function seedApproval(now: Date, wish: Approving): Promise<string> {
  const { by, project, number, datasets, daysAgo, ends } = wish
  const dayOf = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const said = {
    number,
    authority: 'Etikprövningsmyndigheten',
    title: 'A study of the demonstration',
    decision: 'approved',
    decidedOn: dayOf(-daysAgo - 60),
    legalForceOn: dayOf(-daysAgo - 38),
    startedOn: dayOf(-daysAgo - 30),
    endsOn: ends === null ? null : dayOf(ends),
    responsibleResearcher: 'Made up for the demonstration',
    principalOrganisation: 'Made up for the demonstration',
    sites: ['Linköping'],
    purposes: 'To see how requests are worked. Made up for the demonstration.',
    dataDescription: 'Images of the datasets that it names. Made up for the demonstration.',
  }
  const pi = acting(by, now, daysAgo)
  const { id: approval } = await registerApproval(pi, { project, ...said })
  const bytes = pdfSaying('DEMONSTRATION - synthetic: the decision of no authority, about nobody')
  const file = await readUpload({ name: 'decision.pdf', bytes }, ['application/pdf'])
  await addDocument(pi, { approval, expectedRevision: 1, kind: 'decision', file })
  await submitApproval(pi, { approval, expectedRevision: 2 })
  const confirmed = [...checkedFields]
  await verifyApproval(as('eva', now, daysAgo - 2), { approval, expectedRevision: 3, confirmed, datasets })
  return approval
}
