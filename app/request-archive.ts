import 'server-only'
import path from 'node:path'
import { makeZip } from 'client-zip'
import pdfmake from 'pdfmake'
import { requestDocument } from '@/components/access/archive/request-document'
import { text } from '@/components/messages'
import type { takeArchive } from '@/lib/access/commands/archive'
import { requestHistory } from '@/lib/access/queries/history'
import { oneRequest } from '@/lib/access/queries/request'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import { type Context, isPerson } from '@/lib/platform/context'
import { cleanFileName } from '@/lib/platform/file-name'
import { storedContent } from '@/lib/platform/storage'

export type Archive = Awaited<ReturnType<typeof takeArchive>>

const fonts = path.join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans')
const face = (name: string) => path.join(fonts, `Geist-${name}.ttf`)
pdfmake.setFonts({
  Geist: {
    normal: face('Regular'),
    bold: face('SemiBold'),
    italics: face('Italic'),
    bolditalics: face('SemiBoldItalic'),
  },
})
// Nothing that somebody wrote into a request makes the server fetch an address or open a file.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((file) => file.startsWith(fonts))

/** All that was done with a request, as far as the reader is told, the newest first. */
async function wholeHistory(ctx: Context, request: string): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = []
  for (let before: string | undefined; ; ) {
    const page = await requestHistory(ctx, { request, before })
    entries.push(...page.entries)
    if (page.next === null) return entries
    before = page.next
  }
}

/** A request as a PDF, as its reader may see it. */
async function documentOf(ctx: Context, request: string): Promise<Uint8Array<ArrayBuffer>> {
  const { language, now, actor } = ctx
  const whole = await oneRequest(ctx, { request })
  const entries = await wholeHistory(ctx, request)
  const reader = isPerson(actor) ? actor.name : ''
  const told = { t: text(language), language, request: whole, entries, reader, now }
  return new Uint8Array(await pdfmake.createPdf(requestDocument(told)).getBuffer())
}

/** Names under which files lie in one folder: of two that are called alike the later one is numbered. */
function unlike(names: readonly string[]): string[] {
  const taken = new Map<string, number>()
  return names.map((name) => {
    const times = taken.get(name.toLowerCase()) ?? 0
    taken.set(name.toLowerCase(), times + 1)
    return times === 0 ? name : name.replace(/(\.[^.]+)?$/, ` (${times + 1})$1`)
  })
}

/** The certificates of deletion, of each time that the request was closed out. */
async function* certificatesOf({ now: lastModified }: Context, { id, certificates }: Archive) {
  const proofs = (await Promise.all(certificates.map(storedContent))).filter((proof) => proof !== null)
  const names = unlike(proofs.map(({ name }) => name))
  for (const [at, { bytes }] of proofs.entries())
    yield { name: `certificate/${names[at] ?? id}`, input: bytes, lastModified }
}

/** The files one after the other, each read when its turn comes. */
async function* entriesOf(ctx: Context, taken: Archive, pdf: Uint8Array<ArrayBuffer>) {
  const { id, reference, files, ethics } = taken
  const lastModified = ctx.now
  yield { name: `${reference}.pdf`, input: pdf, lastModified }
  const names = unlike(files.map(({ name }) => name))
  for (const [at, { fileId }] of files.entries()) {
    const file = await storedContent(fileId)
    if (file) yield { name: `files/${names[at] ?? id}`, input: file.bytes, lastModified }
  }
  const given = new Map<string, number>()
  for (const { fileId, number } of ethics) {
    const file = await storedContent(fileId)
    if (!file) continue
    // A registration number may have a slash in it.
    const place = `ethics/${number.replace(/[^\p{L}\p{N}-]+/gu, '-')}`
    const times = (given.get(`${place}/${file.name}`) ?? 0) + 1
    given.set(`${place}/${file.name}`, times)
    const name = times === 1 ? file.name : file.name.replace(/(\.[^.]+)?$/, ` (${times})$1`)
    yield { name: `${place}/${name}`, input: file.bytes, lastModified }
  }
  yield* certificatesOf(ctx, taken)
}

/** What was taken of a request as one archive, written while it is sent. */
export async function archiveOf(ctx: Context, taken: Archive) {
  const pdf = await documentOf(ctx, taken.id)
  const word = text(ctx.language)('archive.file-name')
  return {
    name: cleanFileName(`${word} ${taken.reference}.zip`, 'zip'),
    type: 'application/zip',
    stream: makeZip(entriesOf(ctx, taken, pdf)),
  }
}
