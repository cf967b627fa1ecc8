import { listCalendarFeeds, makeCalendarFeed } from '@/app/api/operations/compute-calendars'
import { serve } from '@/app/api/serve'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listCalendarFeeds, makeCalendarFeed)
