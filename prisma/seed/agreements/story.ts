import { acceptText } from '../../../lib/agreements/commands/accept-text'
import { countersignDocument } from '../../../lib/agreements/commands/decide-document'
import { draftText, editText, publishText } from '../../../lib/agreements/commands/keep-texts'
import { submitDocument } from '../../../lib/agreements/commands/submit-document'
import type { SignedKind, TextKind } from '../../../lib/agreements/rules/in-force'
import type { Context } from '../../../lib/platform/context'
import { readUpload } from '../../../lib/platform/storage'
import type { PrismaClient } from '../../generated/client'
import { people } from '../people'
import { acting, leaders } from '../projects/leaders'
import { as } from '../stewardship'
import { pdfSaying } from './pdf'
import { dpa1, dpa2, serviceAgreement, userTerms1, userTerms2 } from './texts'

type At = (key: (typeof people)[number]['key'], daysAgo: number) => Context
type Words = typeof serviceAgreement

async function publish(at: At, kind: TextKind, daysAgo: number, words: Words, noticeDays = 0, changeNote = '') {
  const ada = at('ada', daysAgo)
  await draftText(ada, { kind })
  await editText(ada, { kind, expectedRevision: 1, ...words })
  await publishText(ada, { kind, expectedRevision: 2, noticeDays, changeNote })
}

async function seedTexts(at: At, now: Date): Promise<void> {
  await publish(at, 'service-agreement', 432, serviceAgreement)
  await publish(at, 'dpa', 432, dpa1)
  await publish(at, 'user-terms', 432, userTerms1)
  // One of the personas has yet to accept anything.
  for (const { key } of people) if (key !== 'rut') await acceptText(at(key, 430), { kind: 'user-terms', version: 1 })
  for (const { key } of leaders) await acceptText(acting(key, now, 430), { kind: 'user-terms', version: 1 })
  await publish(
    at,
    'dpa',
    45,
    dpa2,
    14,
    'Breaches are told within 24 hours, and sub-processors need a consent in writing.',
  )
  await publish(
    at,
    'user-terms',
    8,
    userTerms2,
    30,
    'Keys are kept on a device of your own; models are judged before they leave.',
  )
}

type Project = { slug: string; name: string; piId: string; createdAt: Date }
/** The PI of a project so many days ago. */
const ofPi = ({ piId: id }: Project, now: Date, daysAgo: number): Context => {
  const context = acting('petra', now, daysAgo)
  return { ...context, actor: { ...context.actor, id } as Context['actor'] }
}

type Signing = { kind: SignedKind; version: number; daysAgo: number; until: number | null }

/** A signed document of a project, handed in by its PI and countersigned two days later; `until` null: it waits. */
async function sign(at: At, now: Date, project: Project, { kind, version, daysAgo, until }: Signing): Promise<void> {
  const bytes = pdfSaying(`Demonstration: ${kind} of ${project.name}, signed by nobody`)
  const file = await readUpload({ name: `${kind}-${project.slug}.pdf`, bytes }, ['application/pdf'])
  const wanted = { project: project.slug, kind, version, file }
  const { id } = await submitDocument(ofPi(project, now, daysAgo), wanted)
  if (until === null) return
  const dayOf = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const days = { firstDay: dayOf(2 - daysAgo), lastDay: dayOf(until) }
  await countersignDocument(at('ada', daysAgo - 2), {
    project: project.slug,
    document: id,
    expectedRevision: 1,
    ...days,
  })
}

/** Both agreements of each project: the first renews its DPA in good time, one of the others let it expire. */
async function seedDocuments(at: At, now: Date, projects: readonly Project[]): Promise<void> {
  for (const [i, project] of projects.entries()) {
    const expired = project.slug === 'network-partner-pathology-in-halland'
    const daysAgo = Math.floor((now.getTime() - project.createdAt.getTime()) / 86_400_000) - 2
    await sign(at, now, project, { kind: 'service-agreement', version: 1, daysAgo, until: 640 })
    // Whoever signs now signs the second version.
    const version = daysAgo > 45 ? 1 : 2
    await sign(at, now, project, { kind: 'dpa', version, daysAgo, until: expired ? -20 : i === 0 ? 40 : 400 })
    if (i === 0) await sign(at, now, project, { kind: 'dpa', version: 2, daysAgo: 3, until: null })
  }
}

/** The hub's texts, who accepted them, and the signed documents of the projects there are. All of it is made up, and says so. */
export async function seedAgreements(db: PrismaClient, now: Date): Promise<void> {
  const at: At = (key, daysAgo) => as(key, now, daysAgo)
  await seedTexts(at, now)
  const select = { slug: true, name: true, piId: true, createdAt: true } as const
  const where = { state: 'active', type: { not: 'data-access' } }
  await seedDocuments(
    at,
    now,
    await db.project.findMany({ where, select, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  )
}
