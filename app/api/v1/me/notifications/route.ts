import { chooseNotifications, readNotifications } from '@/app/api/operations/account-notifications'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(readNotifications, chooseNotifications)
