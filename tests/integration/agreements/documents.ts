import { countersignDocument } from '@/lib/agreements/commands/decide-document'
import { submitDocument } from '@/lib/agreements/commands/submit-document'
import type { SignedKind } from '@/lib/agreements/rules/in-force'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { as, noon, somebody } from '../identity/people'
import { pdf } from './files'
import { type MadeProject, projectOf } from './projects'
import { publishedText } from './texts'

export const admin = () => somebody({ roles: ['hub-administrator'], name: 'Ada Administrator' })
export const period = { firstDay: '2026-11-23', lastDay: '2027-11-22' }

/** The newest version of a text; publishes a first one where there is none. */
async function someVersion(kind: SignedKind): Promise<number> {
  const { _max } = await db().agreementText.aggregate({
    where: { kind, publishedAt: { not: null } },
    _max: { version: true },
  })
  return _max.version ?? publishedText(kind)
}

type Submitted = {
  pi: Person
  project: MadeProject
  id: string
  at: { project: string; document: string; expectedRevision: number }
}

/** A document that waits for the hub. */
export async function submitted(kind: SignedKind = 'dpa', now = noon, by?: Person): Promise<Submitted> {
  const pi = by ?? (await somebody({ name: 'Pia Investigator' }))
  const project = await projectOf(pi.id)
  const wanted = { project: project.slug, kind, version: await someVersion(kind), file: await pdf() }
  const { id } = await submitDocument(as(pi, now), wanted)
  return { pi, project, id, at: { project: project.slug, document: id, expectedRevision: 1 } }
}

/** A document in force over these days; its revision is 2. */
export async function countersigned(kind: SignedKind = 'dpa', by?: Person, days = period): Promise<Submitted> {
  const made = await submitted(kind, noon, by)
  await countersignDocument(as(await admin()), { ...made.at, ...days })
  return { ...made, at: { ...made.at, expectedRevision: 2 } }
}
