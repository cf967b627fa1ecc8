import { readMetrics } from '@/app/api/operations/catalogue-datasets'
import { rest } from '@/app/api/rest'

export const GET = rest(readMetrics)
