import { verdictInShort } from '@/components/access/request/verdict-in-short'
import { text } from '@/components/messages'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { contextOf } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import { isLanguage, type Language } from '@/lib/platform/messages'
import { Refused } from '@/lib/platform/refusal'

/**
 * Whether who is signed in may use a dataset now, in words, for its prerendered page: `{ verdict: { tone, title, lines, href, link } | null }`.
 * Null for nobody, for what is not there, and where nothing is asked yet. Never cached.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const language = asked.get('language') ?? ''
  return Response.json(
    { verdict: await wordsFor(request, asked.get('dataset') ?? '', isLanguage(language) ? language : 'en') },
    { headers: { 'cache-control': 'private, no-store', vary: 'cookie' } },
  )
}

async function wordsFor(request: Request, dataset: string, language: Language) {
  try {
    const ctx = await contextOf(request)
    if (!isPerson(ctx.actor)) return null
    const { verdict } = await accessVerdict(ctx, { dataset })
    return verdictInShort(text(language), dataset, verdict)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
