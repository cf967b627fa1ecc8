import { citationDownload } from '@/app/citation-download'
import { publicContext } from '@/app/public-context'
import { datasetVersion } from '@/lib/catalogue/queries/dataset-page'

export const dynamic = 'force-static'

type Route = { params: Promise<{ slug: string; number: string; format: string }> }

/** How to cite one version, as a file. */
export async function GET(_: Request, { params }: Route): Promise<Response> {
  const { slug, number, format } = await params
  return citationDownload(format, () => datasetVersion(publicContext('en'), { slug, number }))
}
