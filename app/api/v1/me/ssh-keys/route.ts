import { listSshKeys, makeSshKey } from '@/app/api/operations/account'
import { rest } from '@/app/api/rest'

export const dynamic = 'force-dynamic'
export const GET = rest(listSshKeys)
export const POST = rest(makeSshKey)
