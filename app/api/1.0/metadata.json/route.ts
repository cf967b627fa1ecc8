import { only } from '@/app/api/serve'
import { publicContext } from '@/app/public-context'
import { publicRegister } from '@/lib/catalogue/queries/published-datasets'
import { legacyEntry } from '@/lib/catalogue/rules/legacy'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

/** The register as the old site gave it, one object per dataset, for the programs that read it there. */
async function register(): Promise<Response> {
  const listed = await publicRegister(publicContext('en'), {})
  return Response.json(
    listed.map(({ record, countries }) => legacyEntry(record, countries, env().PORTAL_ORIGIN)),
    { headers: { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=0, must-revalidate' } },
  )
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = only({ GET: register })
