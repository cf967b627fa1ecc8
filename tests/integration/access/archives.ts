import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { archiveOf } from '@/app/request-archive'
import { takeArchive } from '@/lib/access/commands/archive'
import type { Person } from '@/lib/platform/context'
import { as } from '../identity/people'

/** The words of a PDF, page after page. */
async function wordsOf(data: Uint8Array): Promise<string> {
  const loading = getDocument({ data, isEvalSupported: false })
  const document = await loading.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await loading.destroy()
  return pages.join(' ').replace(/\s+/g, ' ')
}

/** What somebody gets of a request: the name of the archive, its bytes, and the words of the document in it. */
export async function taken(who: Person, request: string, language: 'en' | 'sv' = 'en') {
  const ctx = { ...as(who), language }
  const { name, stream } = await archiveOf(ctx, await takeArchive(ctx, { request }))
  const bytes = Buffer.from(await new Response(stream).arrayBuffer())
  // Nothing is compressed once more: the first document lies in the archive as it is.
  const listed = bytes.toString('latin1')
  const from = listed.indexOf('%PDF-')
  const words = await wordsOf(new Uint8Array(bytes.subarray(from, listed.indexOf('%%EOF', from) + 6)))
  return { name, listed, words }
}
