import { takeUpForm } from '@/app/api/operations/access-request-forms'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(takeUpForm)
