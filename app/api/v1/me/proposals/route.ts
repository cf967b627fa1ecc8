import { listOwnProposals } from '@/app/api/operations/catalogue-proposals'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listOwnProposals)
