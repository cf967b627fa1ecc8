import { closePriority } from '@/app/api/operations/catalogue-priorities'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(closePriority)
