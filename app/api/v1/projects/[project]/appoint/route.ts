import { authorityOperations } from '@/app/api/operations/project-authority'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(authorityOperations.appoint)
