import { joinWaiting, listWaiting } from '@/app/api/operations/booking-waiting'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(joinWaiting, listWaiting)
