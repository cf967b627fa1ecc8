import { openApiDocument } from '@/app/api/document'
import { only } from '@/app/api/serve'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

const document = () =>
  Response.json(openApiDocument(env().PORTAL_ORIGIN), { headers: { 'cache-control': 'public, max-age=300' } })

/** The OpenAPI 3.1 document. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = only({ GET: document })
