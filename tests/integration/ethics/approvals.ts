import { verifyApproval } from '@/lib/ethics/commands/judge-approval'
import { addDocument } from '@/lib/ethics/commands/keep-documents'
import { registerApproval } from '@/lib/ethics/commands/register-approval'
import { submitApproval } from '@/lib/ethics/commands/submit-approval'
import { checkedFields } from '@/lib/ethics/rules/fields'
import type { Person } from '@/lib/platform/context'
import { pdf } from '../agreements/files'
import { type MadeProject, projectOf } from '../agreements/projects'
import { as, noon, somebody } from '../identity/people'

let count = 0
/** A number that no other approval of the run has. */
export const newNumber = (): string => `2026-${String(10_000 + ++count).slice(-5)}-01`

/** What a right approval says; started, so that it does not lapse. */
export const said = {
  number: '2026-00001-01',
  authority: 'Etikprövningsmyndigheten',
  title: 'Nodal metastases, graded by machine',
  decision: 'approved',
  decidedOn: '2026-01-10',
  legalForceOn: '2026-02-01',
  startedOn: '2026-03-01',
  responsibleResearcher: 'Pia Investigator',
  principalOrganisation: 'Linköping University',
  sites: ['Linköping', 'Lund'],
  purposes: 'To grade metastases',
  dataDescription: 'Whole-slide images of lymph nodes',
} as const

export const officer = () => somebody({ roles: ['ethics-officer'], name: 'Eva Officer' })
export const everything = [...checkedFields]

export type Made = { pi: Person; project: MadeProject; id: string; number: string; at: (revision: number) => object }

/** A draft of an approval; its revision is 1. */
export async function registered(wish: object = {}, by?: Person, own?: MadeProject): Promise<Made> {
  const pi = by ?? (await somebody({ name: 'Pia Investigator' }))
  const project = own ?? (await projectOf(pi.id))
  const number = newNumber()
  const { id } = await registerApproval(as(pi), { project: project.slug, ...said, number, ...wish })
  return { pi, project, id, number, at: (expectedRevision) => ({ approval: id, expectedRevision }) }
}

/** One with its decision as a document, handed in; its revision is 3. */
export async function submitted(wish: object = {}, by?: Person, own?: MadeProject, now = noon): Promise<Made> {
  const made = await registered(wish, by, own)
  await addDocument(as(made.pi, now), { ...made.at(1), kind: 'decision', file: await pdf('Decision') })
  await submitApproval(as(made.pi, now), made.at(2))
  return made
}

/** One that was verified for these datasets; its revision is 4. */
export async function verified(
  wish: object = {},
  datasets: string[] = [],
  by?: Person,
  own?: MadeProject,
): Promise<Made> {
  const made = await submitted(wish, by, own)
  await verifyApproval(as(await officer()), { ...made.at(3), confirmed: everything, datasets })
  return made
}
