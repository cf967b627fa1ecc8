import { memberOperations } from '@/app/api/operations/project-members'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(memberOperations.resend)
