import { askNewEmail } from '@/app/api/operations/account'
import { rest } from '@/app/api/rest'

export const dynamic = 'force-dynamic'
export const POST = rest(askNewEmail)
