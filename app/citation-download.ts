import { citationTypes } from '@/lib/catalogue/queries/cite'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import { citationFile, citationForms, isCitationFormat } from '@/lib/catalogue/rules/citation-forms'
import { Refused, statusOf } from '@/lib/platform/refusal'

const missing = () => new Response(null, { status: 404 })

/** One version's citation as a file, under the media type registered for its form; 404 for a form or dataset that is not there. */
export async function citationDownload(format: string, answer: () => Promise<DatasetPage>): Promise<Response> {
  if (!isCitationFormat(format)) return missing()
  try {
    const { slug, version, citations } = await answer()
    const { form } = citationForms[format]
    return new Response(citations[form], {
      headers: {
        'content-type': citationTypes[form],
        'content-disposition': `attachment; filename="${citationFile(slug, version.number, format)}"`,
      },
    })
  } catch (error) {
    if (error instanceof Refused && [404, 422].includes(statusOf(error.refusal))) return missing()
    throw error
  }
}
