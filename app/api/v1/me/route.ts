import { changeMe, readMe } from '@/app/api/operations/account'
import { rest } from '@/app/api/rest'

export const dynamic = 'force-dynamic'
export const GET = rest(readMe)
export const PATCH = rest(changeMe)
