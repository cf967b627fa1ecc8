import 'server-only'
import { type Cell, toCsv } from '@/lib/catalogue/rules/csv'
import { contextOf } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import { Refused, statusOf } from '@/lib/platform/refusal'

/** A table as a file: what it is called, its columns, its rows. */
type Sheet = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly Cell[][] }

/** Answers with a table as CSV (RFC 4180), for the reader alone; null: there is no such table. A refusal is answered by its status. */
export async function answerCsv(request: Request, sheetOf: (ctx: Context) => Promise<Sheet | null>): Promise<Response> {
  try {
    const sheet = await sheetOf(await contextOf(request))
    if (!sheet) return new Response(null, { status: 404 })
    return new Response(toCsv(sheet.head, sheet.rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${sheet.name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response(null, { status: statusOf(error.refusal) })
  }
}

/** The most rows that a file of a list has. */
const most = 10_000

/** Every row of a list that comes by pages, the first ten thousand or as many as are said. */
export async function rowsOf<Item>(
  read: (cursor: string | undefined) => Promise<{ items: readonly Item[]; next: string | null }>,
  cellsOf: (item: Item) => Cell[],
  limit = most,
): Promise<Cell[][]> {
  const rows: Cell[][] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    rows.push(...page.items.map(cellsOf))
    cursor = page.next ?? undefined
  } while (cursor && rows.length < limit)
  return rows
}
