import { closeWeeks, listClosures } from '@/app/api/operations/compute-closures'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listClosures, closeWeeks)
