import type { Text } from '@/components/messages'

const ways: Readonly<Record<string, (project: string) => string>> = {
  'booking.agreement-missing': (project) => `/projects/${project}/agreements`,
  'booking.terms-unaccepted': () => '/agreements',
}

/** Why a project cannot book at all now, and where that is put right. */
export function WhyNot({ t, code, project }: { t: Text; code: string; project: string }) {
  const key = `booking.why.${code}`
  const way = ways[code]
  return (
    <p>
      {t.has(key) ? t(key) : t('booking.why.other')}
      {way && (
        <>
          {' '}
          <a href={way(project)}>{t('booking.why.way')}</a>
        </>
      )}
    </p>
  )
}
