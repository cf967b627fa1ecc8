import { keepDocument } from '@/app/api/operations/access-workflows'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(keepDocument)
