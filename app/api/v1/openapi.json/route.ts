import { openApiDocument } from '@/app/api/document'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

/** The OpenAPI 3.1 document. */
export const GET = () =>
  Response.json(openApiDocument(env().PORTAL_ORIGIN), { headers: { 'cache-control': 'public, max-age=300' } })
