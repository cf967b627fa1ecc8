import { listPeople } from '@/app/api/operations/administration'
import { rest } from '@/app/api/rest'

export const dynamic = 'force-dynamic'
export const GET = rest(listPeople)
