import { listSshKeys, makeSshKey } from '@/app/api/operations/account'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listSshKeys, makeSshKey)
