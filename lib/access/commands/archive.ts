import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { notFound, Refused, refuse } from '@/lib/platform/refusal'
import { fileContent } from '@/lib/platform/storage'
import { happened } from '../events/requests'
import { maySeeRequest } from '../policy/requests'
import { RequestAddress } from '../schema/requests'
import { filesFor } from '../store/files'
import { type Seen, seenRequest } from '../store/requests'

/** The certificate of deletion with which a request was closed out; for those who ask and those who handle. */
async function certificateFor(tx: Tx, { request, standing }: Seen): Promise<string | null> {
  if (standing.side === 'asked') return null
  const where = { requestId: request.id }
  return (await tx.accessCloseOut.findUnique({ where, select: { certificateId: true } }))?.certificateId ?? null
}

async function seenBy(tx: Tx, request: string, ctx: Parameters<typeof seenRequest>[2]): Promise<Seen | null> {
  if (!isPerson(ctx.actor)) throw new Refused(refuse('platform.not-signed-in'))
  return seenRequest(tx, request, ctx)
}

/** Hands out a request with all of its files that the reader may see, and the journal keeps who took it and which files. */
export const takeArchive = command({
  name: 'access.take-archive',
  input: RequestAddress,
  load: async (tx, input, ctx) => {
    const seen = await seenBy(tx, input.request, ctx)
    return seen && { ...seen, files: await filesFor(tx, seen), certificate: await certificateFor(tx, seen) }
  },
  authorize: ({ actor }, { standing }) => maySeeRequest(actor, standing),
  decide: (_, { request, files }) => happened.archiveTaken(request, { attachments: files.map(({ id }) => id) }),
  apply: async (_, __, { request, files, certificate }) => {
    const { id, reference } = request
    const kept = files.flatMap(({ fileId, name }) => (fileId ? [{ fileId, name }] : []))
    return { id, reference, files: kept, certificate }
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
