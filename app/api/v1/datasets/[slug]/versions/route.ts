import { listVersions } from '@/app/api/operations/catalogue-datasets'
import { serve } from '@/app/api/serve'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listVersions)
