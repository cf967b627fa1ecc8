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
import { OneCertificate, RequestAddress } from '../schema/requests'
import { closeOutsOf } from '../store/close-outs'
import { approvalNamed } from '../store/ethics'
import { documentsHandedIn } from '../store/ethics-documents'
import { filesFor } from '../store/files'
import { type Seen, seenRequest } from '../store/requests'

/** Each time that a request was closed out, the newest first; with their certificates of deletion for those who ask and those who handle. */
const certified = async (tx: Tx, { request, standing }: Seen) =>
  standing.side === 'asked' ? [] : closeOutsOf(tx, request.id)

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
    const certificates = (await certified(tx, seen)).flatMap(({ certificateId }) => certificateId ?? [])
    return { ...seen, files: await filesFor(tx, seen), certificates, documents: await ethicsFor(tx, seen, ctx) }
  },
  authorize: ({ actor }, { standing }) => maySeeRequest(actor, standing),
  decide: (_, { files, documents, ...seen }) => [
    happened.archiveTaken(seen.request, { attachments: files.map(({ id }) => id) }),
    ...documents.map((one) => copyTaken(seen, one)),
  ],
  apply: async (_, __, { request, files, certificates, documents }) => {
    const { id, reference } = request
    const kept = files.flatMap(({ fileId, name }) => (fileId ? [{ fileId, name }] : []))
    const ethics = documents.map(({ fileId, number }) => ({ fileId, number }))
    return { id, reference, files: kept, certificates, ethics }
  },
})

/** Hands out the certificate of deletion with which a request was closed out last, or that time, and the journal keeps who took it. */
export const downloadCertificate = command({
  name: 'access.download-certificate',
  input: OneCertificate,
  load: async (tx, { request, ordinal }, ctx) => {
    const seen = await seenBy(tx, request, ctx)
    const all = seen ? await certified(tx, seen) : []
    const id = (ordinal === undefined ? all[0] : all.find((one) => one.ordinal === ordinal))?.certificateId
    return seen && { ...seen, content: id ? await fileContent(tx, id) : null }
  },
  authorize: ({ actor }, { standing }) => maySeeRequest(actor, standing),
  decide: (_, { request, content }) =>
    content ? { ...happened.certificateTaken(request, { certificate: content.id }), content } : notFound(),
  apply: async (_, { content }) => content,
})
