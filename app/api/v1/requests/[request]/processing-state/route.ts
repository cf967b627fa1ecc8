import { tellProgress } from '@/app/api/operations/access-decisions'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(tellProgress)
