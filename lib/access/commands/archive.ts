import 'server-only'
import { happened as inEthics } from '@/lib/ethics/events'
import { maySeeApproval } from '@/lib/ethics/policy'
import { command } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { notFound, Refused, refuse } from '@/lib/platform/refusal'
import { fileContent } from '@/lib/platform/storage'
import { standingIn } from '@/lib/projects/store/standing'
import { happened } from '../events/requests'
import { mayReadEthics, maySeeRequest } from '../policy/requests'
import { RequestAddress } from '../schema/requests'
import { approvalNamed } from '../store/ethics'
import { documentsHandedIn } from '../store/ethics-documents'
import { filesFor } from '../store/files'
import { type Seen, seenRequest } from '../store/requests'

/** The certificate of deletion with which a request was closed out; for those who ask and those who handle. */
async function certificateFor(tx: Tx, { request, standing }: Seen): Promise<string | null> {
  if (standing.side === 'asked') return null
  const where = { requestId: request.id }
  return (await tx.accessCloseOut.findUnique({ where, select: { certificateId: true } }))?.certificateId ?? null
}

/**
 * The documents of the ethics approval that the request rests on, for who may read them one by one: who works on the request, and who takes
 * part in the project that they belong to.
 */
async function ethicsFor(tx: Tx, { request, project, standing }: Seen, { actor, now }: Context) {
  if (!isPerson(actor)) return []
  const forHub = mayReadEthics(actor, standing) === true
  const forProject = maySeeApproval(actor, await standingIn(tx, project, actor.id, now)) === true
  if (!forHub && !(standing.side === 'asking' && forProject)) return []
  const named = await approvalNamed(tx, request, now)
  const documents = named ? await documentsHandedIn(tx, named.id) : []
  return documents.filter(({ projectId }) => projectId === project.id).map((one) => ({ ...one, forHub }))
}

type EthicsCopy = Awaited<ReturnType<typeof ethicsFor>>[number]

/** What the journal says of a document that goes with the archive: the same as of one that is taken by itself, in the same place. */
function copyTaken({ request, project }: Seen, { approval, id: document, kind, since, forHub }: EthicsCopy) {
  if (forHub) return happened.ethicsRead(request, { approval, document, kind })
  return inEthics.documentRead(project.id, approval, { slug: project.slug, version: since, document, kind })
}

async function seenBy(tx: Tx, request: string, ctx: Parameters<typeof seenRequest>[2]): Promise<Seen | null> {
  if (!isPerson(ctx.actor)) throw new Refused(refuse('platform.not-signed-in'))
  return seenRequest(tx, request, ctx)
}

/**
 * Hands out a request with all of its files that the reader may see, and the documents of the ethics approval for who may read them; the
 * journal keeps who took it and which files, and each of those documents as if it was taken alone.
 */
export const takeArchive = command({
  name: 'access.take-archive',
  input: RequestAddress,
  load: async (tx, input, ctx) => {
    const seen = await seenBy(tx, input.request, ctx)
    if (!seen) return null
    const [files, certificate] = [await filesFor(tx, seen), await certificateFor(tx, seen)]
    return { ...seen, files, certificate, documents: await ethicsFor(tx, seen, ctx) }
  },
  authorize: ({ actor }, { standing }) => maySeeRequest(actor, standing),
  decide: (_, { files, documents, ...seen }) => [
    happened.archiveTaken(seen.request, { attachments: files.map(({ id }) => id) }),
    ...documents.map((one) => copyTaken(seen, one)),
  ],
  apply: async (_, __, { request, files, certificate, documents }) => {
    const { id, reference } = request
    const kept = files.flatMap(({ fileId, name }) => (fileId ? [{ fileId, name }] : []))
    const ethics = documents.map(({ fileId, number }) => ({ fileId, number }))
    return { id, reference, files: kept, certificate, ethics }
  },
})

/** Hands out the certificate of deletion of a request, and the journal keeps who took it. */
export const downloadCertificate = command({
  name: 'access.download-certificate',
  input: RequestAddress,
  load: async (tx, input, ctx) => {
    const seen = await seenBy(tx, input.request, ctx)
    const id = seen && (await certificateFor(tx, seen))
    return seen && { ...seen, content: id ? await fileContent(tx, id) : null }
  },
  authorize: ({ actor }, { standing }) => maySeeRequest(actor, standing),
  decide: (_, { request, content }) =>
    content ? { ...happened.certificateTaken(request, { certificate: content.id }), content } : notFound(),
  apply: async (_, { content }) => content,
})
