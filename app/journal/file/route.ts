import { actorWords, entryWords } from '@/components/identity/journal-words'
import { text } from '@/components/messages'
import { type JournalEntry, journal } from '@/lib/identity/queries/journal'
import { contextOf } from '@/lib/identity/session'
import { Refused, statusOf } from '@/lib/platform/refusal'

const most = 20_000

// A leading sign would be run as a formula by spreadsheets (OWASP "CSV injection").
const field = (value: string): string => `"${value.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`
const line = (values: readonly string[]): string => `${values.map(field).join(',')}\r\n`

/** The journal as CSV (RFC 4180), with the same filters and the same sight as the page; at most 20 000 entries. */
export async function GET(request: Request): Promise<Response> {
  try {
    const ctx = await contextOf(request)
    const t = text(ctx.language)
    const filter = Object.fromEntries(new URL(request.url).searchParams)
    const rows: JournalEntry[] = []
    let before: string | undefined
    do {
      const page = await journal(ctx, { ...filter, limit: 1000, before })
      rows.push(...page.entries)
      before = page.next ?? undefined
    } while (before && rows.length < most)
    const head = line(['at', 'actor', 'what', 'type', 'stream', 'seq', 'subject', 'id', 'data'])
    const body = rows.map((entry) => {
      const { id, at, type, stream, seq, subjectId, data } = entry
      const words = [actorWords(t, entry), entryWords(t, entry)]
      return line([at.toISOString(), ...words, type, stream, String(seq), subjectId, id, JSON.stringify(data)])
    })
    return new Response(head + body.join(''), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="journal-${ctx.now.toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response(null, { status: statusOf(error.refusal) })
  }
}
