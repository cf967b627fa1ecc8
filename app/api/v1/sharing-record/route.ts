import { listSharing } from '@/app/api/operations/catalogue-sharing'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listSharing)
