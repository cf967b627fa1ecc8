import { BookingsTable } from '@/components/booking/bookings-table'
import type { Text } from '@/components/messages'
import type { BookingShown } from '@/lib/booking/queries/booking-rows'
import type { Language } from '@/lib/platform/messages'

type Props = { t: Text; language: Language; slug: string; bookings: readonly BookingShown[]; mayBook: boolean }

/** The bookings of a project that run or come, and the ways to all of them and to the sheet. */
export function BookingsShown({ t, language, slug, bookings, mayBook }: Props) {
  return (
    <>
      {bookings.length === 0 ? (
        <p className="text-soft">{t('project.bookings.none')}</p>
      ) : (
        <BookingsTable t={t} language={language} bookings={bookings} />
      )}
      <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
        {mayBook && <a href={`/bookings?${new URLSearchParams({ project: slug })}`}>{t('project.bookings.book')}</a>}
        <a href={`/projects/${slug}/bookings`}>{t('project.bookings.all')}</a>
      </p>
    </>
  )
}
