import type { Tx } from '@/lib/platform/db'
import type { Answers } from '../schema/forms-answers'
import { judgedAnswers } from './answers'
import { type AskedDataset, datasetsById } from './datasets'
import type { RequestRow } from './requests'
import { termsFor } from './terms'

const askedIn = ({ items }: RequestRow): string[] =>
  items.filter(({ state }) => state !== 'removed').map(({ datasetId }) => datasetId)

/** In which state each dataset is that is still to be judged; one that was judged stays, whatever became of it since. */
const statesOf = (request: RequestRow, datasets: readonly AskedDataset[]): string[] =>
  request.items
    .filter(({ state }) => state !== 'removed')
    .map(({ datasetId, state }) =>
      state === 'requested' ? (datasets.find(({ id }) => id === datasetId)?.state ?? 'unknown') : 'published',
    )

/** What the checklist of a draft is made of, for whoever would submit it. */
export async function draftFacts(tx: Tx, request: RequestRow, personId: string, now: Date) {
  const datasetIds = askedIn(request)
  const datasets = await datasetsById(tx, datasetIds)
  const { form, judgement, purpose } = await judgedAnswers(tx, request, request.answers as Answers)
  const { owed } = await termsFor(tx, personId, { requestId: request.id, datasetIds }, now)
  const facts = {
    title: request.title,
    datasets: statesOf(request, datasets),
    wantedUntil: request.wantedUntil,
    ethicsApprovalId: request.ethicsApprovalId,
    wrongAnswers: form ? judgement.findings.length : null,
    owedTerms: owed.length,
  }
  return { facts, datasets, judgement, purpose }
}
