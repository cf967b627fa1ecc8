import { listDatasets } from '@/app/api/operations/catalogue-search'
import { rest } from '@/app/api/rest'

export const dynamic = 'force-dynamic'
export const GET = rest(listDatasets)
