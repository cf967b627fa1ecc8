import { owes } from '@/lib/agreements/rules/versions'
import { missingAgreements } from '@/lib/agreements/store/missing'
import { publishedVersions } from '@/lib/agreements/store/texts'
import type { Tx } from '@/lib/platform/db'
import type { RestingFacts } from '../rules/resting'
import { owedTerms } from '../rules/terms'
import type { Seen } from './requests'
import { subjectsOf, termsOf } from './terms'

/** The people of a request with what each has accepted: of terms of access by id, of the hub's user terms by version. */
async function membersOf(tx: Tx, { request }: Pick<Seen, 'request'>) {
  const ids = request.members.map(({ personId }) => personId)
  const [people, access, user] = [
    await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, deactivatedAt: true } }),
    await tx.accessAcceptance.findMany({ where: { personId: { in: ids } }, select: { personId: true, termsId: true } }),
    await tx.acceptance.findMany({
      where: { personId: { in: ids }, subject: '', text: { kind: 'user-terms' } },
      select: { personId: true, text: { select: { version: true } } },
    }),
  ]
  return people.map((person) => ({
    ...person,
    accepted: new Set(access.filter(({ personId }) => personId === person.id).map(({ termsId }) => termsId)),
    userTerms: user.filter(({ personId }) => personId === person.id).map(({ text }) => text.version),
  }))
}

/** What the members and agreements of a request stand at now; `ethics` is known to who asks. */
export async function restingFacts(
  tx: Tx,
  seen: Pick<Seen, 'request' | 'project'>,
  ethics: RestingFacts['ethics'],
  now: Date,
): Promise<RestingFacts> {
  const { request, project } = seen
  const datasetIds = request.items.filter(({ state }) => state !== 'removed').map(({ datasetId }) => datasetId)
  const subjects = await subjectsOf(tx, request.id, datasetIds)
  const [terms, texts, members] = [await termsOf(tx, subjects), await publishedVersions(tx), await membersOf(tx, seen)]
  const lacking = project.type === 'data-access' ? [] : await missingAgreements(tx, project, now)
  return {
    ethics,
    project,
    missingAgreements: lacking.filter((kind) => kind === 'service-agreement'),
    members: members.map(({ name, deactivatedAt, accepted, userTerms }) => ({
      name,
      accountOpen: deactivatedAt === null,
      owesUserTerms: owes(texts, 'user-terms', userTerms, now),
      owedTerms: owedTerms(terms, subjects, accepted, now).length,
    })),
    wantedUntil: request.wantedUntil,
  }
}
