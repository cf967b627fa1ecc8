import { applicationOperations } from '@/app/api/operations/project-applications'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(applicationOperations.own)
