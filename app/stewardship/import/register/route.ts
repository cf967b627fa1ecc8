import { publicContext } from '@/app/public-context'
import { publicRegister } from '@/lib/catalogue/queries/published-datasets'
import { toCsv } from '@/lib/catalogue/rules/csv'
import { columnsOf, csvColumns } from '@/lib/catalogue/rules/import/columns'

export const dynamic = 'force-dynamic'

/** The public register in the form that the importer reads; what it leaves empty about sharing, an import leaves as it is. */
export async function GET(): Promise<Response> {
  const listed = await publicRegister(publicContext('en'), {})
  const rows = listed.map(({ record }) => columnsOf(record, null))
  return new Response(`\ufeff${toCsv(csvColumns, rows)}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="register.csv"',
    },
  })
}
