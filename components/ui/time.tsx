import type { Language } from '@/lib/platform/messages'
import { formatDate, formatDateTime, formatDateWithWeek } from './format'

type Props = { value: Date | string; language: Language; show?: 'date' | 'week' | 'minute' }

/** A moment in Stockholm's time: the date, the date with its ISO week, or the date and minute. */
export function Time({ value, language, show = 'date' }: Props) {
  const shown = {
    date: formatDate,
    week: (day: Date | string) => formatDateWithWeek(day, language),
    minute: formatDateTime,
  }
  return (
    <time dateTime={typeof value === 'string' ? value : value.toISOString()} className="whitespace-nowrap">
      {shown[show](value)}
    </time>
  )
}
