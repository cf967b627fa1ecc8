import { recordSharing } from '@/app/api/operations/delivery-downloads'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(recordSharing)
