import { readUtilisation } from '@/app/api/operations/compute-figures'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readUtilisation)
