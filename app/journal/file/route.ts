import { answerCsv, rowsOf } from '@/app/csv-answer'
import { actorWords, entryWords } from '@/components/identity/journal-words'
import { text } from '@/components/messages'
import { type JournalEntry, journal } from '@/lib/identity/queries/journal'

const most = 20_000
const head = ['at', 'actor', 'what', 'type', 'stream', 'seq', 'subject', 'id', 'data']

/** The journal as CSV, with the same filters and the same sight as the page; at most 20 000 entries. */
export const GET = (request: Request): Promise<Response> =>
  answerCsv(request, async (ctx) => {
    const t = text(ctx.language)
    const filter = Object.fromEntries(new URL(request.url).searchParams)
    const read = async (before: string | undefined) => {
      const { entries: items, next } = await journal(ctx, { ...filter, limit: 1000, before })
      return { items, next }
    }
    const cellsOf = (entry: JournalEntry) => {
      const { id, at, type, stream, seq, subjectId, data } = entry
      const words = [actorWords(t, entry), entryWords(t, entry)]
      return [at.toISOString(), ...words, type, stream, seq, subjectId, id, JSON.stringify(data)]
    }
    const name = `journal-${ctx.now.toISOString().slice(0, 10)}.csv`
    return { name, head, rows: await rowsOf(read, cellsOf, most) }
  })
