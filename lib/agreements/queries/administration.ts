import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, notFound } from '@/lib/platform/refusal'
import { standingIn } from '@/lib/projects/store/standing'
import { mayKeepTexts } from '../policy'
import { textKinds } from '../rules/in-force'
import { listDocuments } from '../store/listed'
import { type ListedDocument, listed } from './documents'

const dayLength = 86_400_000
const ahead = 90
const most = 200

/** The scope of the hub's pages of agreements: its administrators. */
function hubScope({ actor }: Context) {
  const permission = mayKeepTexts(actor)
  if (isRefusal(permission)) return permission
  return permission && isPerson(actor) ? { personId: actor.id } : notFound()
}

/** The documents with their projects; whether the reader takes part in one, and so cannot decide. */
async function withProjects(rows: Awaited<ReturnType<typeof listDocuments>>, personId: string, now: Date) {
  const ids = [...new Set(rows.map(({ projectId }) => projectId))]
  const select = { id: true, slug: true, name: true, piId: true, institutionName: true } as const
  const projects = await db().project.findMany({ where: { id: { in: ids } }, select })
  const pis = await db().person.findMany({
    where: { id: { in: projects.map(({ piId }) => piId) } },
    select: { id: true, name: true },
  })
  const standings = new Map<string, boolean>()
  for (const project of projects)
    standings.set(project.id, (await standingIn(db(), project, personId, now)).role !== 'outsider')
  return rows.flatMap((row) => {
    const project = projects.find(({ id }) => id === row.projectId)
    if (!project) return []
    const { slug, name, institutionName, piId } = project
    const piName = pis.find(({ id }) => id === piId)?.name ?? ''
    const document: ListedDocument = listed(row, institutionName, now)
    return [{ ...document, project: { slug, name, institutionName, piName }, own: standings.get(project.id) ?? false }]
  })
}

/** What waits for the hub's signature, the longest first; what expires within 90 days; the texts with their drafts. */
export const agreementsDesk = query({
  name: 'agreements.desk',
  input: z.object({}),
  scope: hubScope,
  read: async ({ personId }, _, { now }) => {
    const soon = { gt: now, lt: new Date(now.getTime() + ahead * dayLength) }
    const [waiting, expiring, texts] = await Promise.all([
      listDocuments(db(), { state: 'submitted' }, most),
      listDocuments(db(), { state: 'countersigned', validUntil: soon }, most),
      db().agreementText.findMany({
        select: { kind: true, version: true, publishedAt: true, bindsFrom: true, revision: true },
        orderBy: { version: 'desc' },
      }),
    ])
    return {
      waiting: (await withProjects(waiting, personId, now)).toReversed(),
      expiring: (await withProjects(expiring, personId, now)).toSorted(
        (a, b) => Number(a.validUntil) - Number(b.validUntil),
      ),
      texts: textKinds.map((kind) => {
        const own = texts.filter((text) => text.kind === kind)
        return {
          kind,
          draft: own.find(({ publishedAt }) => !publishedAt) ?? null,
          published: own.find(({ publishedAt }) => publishedAt) ?? null,
        }
      }),
    }
  },
})

export type AgreementsDesk = Awaited<ReturnType<typeof agreementsDesk>>

/** The draft of a text with its words, and the version published last to compare with. */
export const textDraft = query({
  name: 'agreements.text-draft',
  input: z.object({ kind: z.enum(textKinds) }),
  scope: hubScope,
  read: async (_, { kind }) => {
    const rows = await db().agreementText.findMany({ where: { kind }, orderBy: { version: 'desc' }, take: 2 })
    const draft = rows.find(({ publishedAt }) => publishedAt === null) ?? null
    const published = rows.find(({ publishedAt }) => publishedAt !== null) ?? null
    return { kind, draft, published }
  },
})

export type TextDraft = Awaited<ReturnType<typeof textDraft>>
