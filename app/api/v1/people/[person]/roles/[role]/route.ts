import { giveHubRole, takeHubRole } from '@/app/api/operations/administration'
import { rest } from '@/app/api/rest'

export const dynamic = 'force-dynamic'
export const PUT = rest(giveHubRole)
export const DELETE = rest(takeHubRole)
