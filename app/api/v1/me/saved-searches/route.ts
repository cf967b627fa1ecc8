import { keepSearch, listSavedSearches } from '@/app/api/operations/catalogue-saved-searches'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listSavedSearches, keepSearch)
