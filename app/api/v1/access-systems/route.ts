import { listSystems, register } from '@/app/api/operations/access-systems'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listSystems, register)
