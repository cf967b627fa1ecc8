import 'server-only'
import { holdersOf } from '@/lib/identity/queries/for-reactions'
import { env } from '@/lib/platform/env'
import { sentences } from '@/lib/platform/sentence'
import { messages as terms } from '@/lib/projects/messages/terms'
import { projectNamed, transferNamed, waitingApplication } from '@/lib/projects/queries/for-reactions'
import type { Fact } from './identity'
import { tell } from './projects'

const desk = (): string => `${env().PORTAL_ORIGIN}/administration/projects`

/** The hub's administrators who decide here: not those whom it concerns. */
const deciders = async (...concerned: string[]): Promise<string[]> =>
  (await holdersOf('hub-administrator')).filter((id) => !concerned.includes(id))

/** Tells the hub's administrators that an application waits for them. */
export async function mailApplicationWaiting({ id, subjectId }: Fact): Promise<void> {
  const application = await waitingApplication(subjectId)
  if (!application) return
  const { name, applicant, applicantId, type } = application
  for (const personId of await deciders(applicantId))
    await tell(id, personId, 'mail.project.application-waiting', (language) => ({
      name,
      applicant,
      kind: sentences(terms, language)(`projects.kind.${type}`),
      link: desk(),
    }))
}

/** Tells the hub's administrators that both sides of a transfer agree, and that it waits for them. */
export async function mailTransferWaiting({ id, subjectId, data }: Fact): Promise<void> {
  const [project, transfer] = await Promise.all([projectNamed(subjectId), transferNamed(String(data.transfer))])
  if (!project || transfer?.state !== 'accepted') return
  const { from, to, fromId, toId, institutionName: institution } = transfer
  const words = { name: project.name, from, to, institution, link: desk() }
  for (const personId of await deciders(fromId, toId))
    await tell(id, personId, 'mail.project.transfer-waiting', () => words)
}
