import { projectOperations } from '@/app/api/operations/projects'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(projectOperations.own)
