import { bookingCalendar } from '@/lib/booking/queries/calendars'
import { contextOf } from '@/lib/identity/session'
import { Refused, statusOf } from '@/lib/platform/refusal'

type Props = { params: Promise<{ booking: string }> }

/** One booking for a calendar, for who takes part in its project. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const ctx = await contextOf(request)
    const { booking } = await params
    const { file } = await bookingCalendar(ctx, { booking })
    return new Response(file, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="booking-${booking.slice(0, 8)}.ics"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return new Response(null, { status: statusOf(error.refusal) })
  }
}
