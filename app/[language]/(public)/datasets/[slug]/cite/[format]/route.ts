import { citationDownload } from '@/app/citation-download'
import { publicContext } from '@/app/public-context'
import { datasetPage } from '@/lib/catalogue/queries/dataset-page'

export const dynamic = 'force-static'

type Route = { params: Promise<{ slug: string; format: string }> }

/** How to cite the newest version, as a file. */
export async function GET(_: Request, { params }: Route): Promise<Response> {
  const { slug, format } = await params
  return citationDownload(format, () => datasetPage(publicContext('en'), { slug }))
}
