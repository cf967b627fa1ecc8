import type { Text } from '@/components/messages'
import { owedAt } from './owed-notice'

/** What is owed is told above the sheet, each with where it is done. */
const owing: ReadonlySet<string> = new Set(['agreements.missing', 'booking.members-overdue'])

/** Why a project cannot book at all now, and where it says what to do. */
export function WhyNot({ t, code }: { t: Text; code: string }) {
  const key = `booking.why.${code}`
  return (
    <p>
      {t.has(key) ? t(key) : t('booking.why.other')}
      {owing.has(code) && (
        <>
          {' '}
          <a href={`#${owedAt}`}>{t('booking.why.way')}</a>
        </>
      )}
    </p>
  )
}
