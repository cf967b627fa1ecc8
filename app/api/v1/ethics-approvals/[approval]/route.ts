import { change, readApproval } from '@/app/api/operations/ethics-approvals'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(change, readApproval)
