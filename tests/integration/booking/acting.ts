import { createHash } from 'node:crypto'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, later, noon, somebody } from '../identity/people'

const day = 86_400_000
const institutionName = 'Linköping University'

type Wish = {
  budget?: number
  state?: 'active' | 'ended'
  startsAt?: Date
  endsAt?: Date
  confirmedAt?: Date
  hidden?: boolean
  /** Which agreements are in force. */
  signed?: readonly string[]
  name?: string
  /** The moment around which it all lies; noon of the tests unless given. */
  now?: Date
}

export type Project = { readonly id: string; readonly slug: string; readonly pi: Person; readonly members: Person[] }

const texts = new Map<string, Promise<string>>()

/** A published text of this kind that binds: once per test file, also for those who ask at the same time. */
export function textOf(kind: string, version = 1): Promise<string> {
  const text = texts.get(`${kind}${version}`) ?? publish(kind, version)
  texts.set(`${kind}${version}`, text)
  return text
}

async function publish(kind: string, version: number): Promise<string> {
  // Another test of the same file may have published it.
  const known = await db().agreementText.findFirst({ where: { kind, version, publishedAt: { not: null } } })
  if (known) return known.id
  const id = newId()
  const words = { titleEn: kind, titleSv: kind, bodyEn: kind, bodySv: kind }
  const at = later(-300 * day)
  await db().agreementText.create({
    data: { id, kind, version, ...words, publishedAt: at, bindsFrom: at, createdAt: at },
  })
  return id
}

async function sign(projectId: string, by: string, kind: string, now: Date): Promise<void> {
  const fileId = newId()
  const content = Buffer.from('signed')
  const sha256 = createHash('sha256').update(content).digest('hex')
  const file = { id: fileId, name: 'signed.pdf', type: 'application/pdf', size: content.length, sha256, content }
  await db().storedFile.create({ data: { ...file, createdAt: noon } })
  await db().signedDocument.create({
    data: {
      id: newId(),
      textId: await textOf(kind),
      kind,
      projectId,
      institutionName,
      fileId,
      state: 'countersigned',
      submittedById: by,
      submittedAt: later(-200 * day, now),
      validFrom: later(-190 * day, now),
      validUntil: later(500 * day, now),
      countersignedById: by,
      countersignedAt: later(-190 * day, now),
    },
  })
}

/** Accepts whatever terms are published by now. */
async function acceptTerms({ id: personId }: Person): Promise<void> {
  const texts = await db().agreementText.findMany({ where: { kind: 'user-terms', publishedAt: { not: null } } })
  const data = texts.map(({ id: textId }) => ({ textId, personId, acceptedAt: noon }))
  await db().acceptance.createMany({ data, skipDuplicates: true })
}

/** A project with a PI of its own, ready to book unless the wish says otherwise. */
export async function projectOf(wish: Wish = {}, pi?: Person, members: Person[] = []): Promise<Project> {
  const leader = pi ?? (await somebody({ name: 'Petra PI' }))
  const now = wish.now ?? noon
  const id = newId()
  const slug = `p${id}`
  await db().project.create({
    data: {
      id,
      slug,
      name: wish.name ?? 'Lung nodules',
      type: 'project',
      state: wish.state ?? 'active',
      piId: leader.id,
      institutionName,
      startsAt: wish.startsAt ?? later(-400 * day, now),
      endsAt: wish.endsAt ?? later(400 * day, now),
      gpuBudget: wish.budget ?? 32,
      membersConfirmedAt: wish.confirmedAt ?? later(-100 * day, now),
      hiddenOnSheet: wish.hidden ?? false,
      createdAt: later(-400 * day),
      members: { create: [leader, ...members].map((person) => ({ personId: person.id, joinedAt: noon })) },
    },
  })
  for (const person of [leader, ...members]) await acceptTerms(person)
  for (const kind of wish.signed ?? ['service-agreement', 'dpa']) await sign(id, leader.id, kind, now)
  return { id, slug, pi: leader, members }
}

/** Lets a member act for the project's PI. */
export async function delegate(
  project: Project,
  holder: Person,
  authorities: string[] = ['book-compute'],
  until = later(100 * day),
): Promise<string> {
  const id = newId()
  await db().delegation.create({
    data: {
      id,
      projectId: project.id,
      rootId: project.pi.id,
      grantorId: project.pi.id,
      holderId: holder.id,
      authorities,
      from: later(-10 * day),
      until,
      createdAt: noon,
    },
  })
  return id
}

/** The PI of a project, as the context of their requests at a moment. */
export const piOf = ({ pi }: Project, now = noon) => as(pi, now)

/** What counts against the project's budget at a moment, as the database says. */
export async function usedBy({ id }: { id: string }, now = noon): Promise<number> {
  const rows = await db().$queryRaw<{ used: number }[]>`SELECT gpu_weeks_used(${id}::uuid, ${now}) AS used`
  return rows[0]?.used ?? -1
}
