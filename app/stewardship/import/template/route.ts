import { toCsv } from '@/lib/catalogue/rules/csv'
import { csvColumns } from '@/lib/catalogue/rules/import/columns'

/** An empty CSV file with the columns that the importer reads, in the encoding that it asks for. */
export function GET(): Response {
  return new Response(`\ufeff${toCsv(csvColumns, [])}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="datasets.csv"',
    },
  })
}
