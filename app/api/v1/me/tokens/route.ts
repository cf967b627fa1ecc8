import { listTokens, makeToken } from '@/app/api/operations/account'
import { rest } from '@/app/api/rest'

export const dynamic = 'force-dynamic'
export const GET = rest(listTokens)
export const POST = rest(makeToken)
