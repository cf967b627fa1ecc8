import { reportReady } from '@/app/api/operations/compute-readiness'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(reportReady)
