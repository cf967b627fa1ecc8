import { listImports, tryImport } from '@/app/api/operations/catalogue-imports'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listImports, tryImport)
