import type { Text } from '@/components/messages'
import { Notice } from '@/components/ui/notice'
import type { Owed } from '@/lib/booking/rules/acting'

const ways: Readonly<Record<Owed, (project: string) => string>> = {
  'service-agreement': (project) => `/projects/${project}/agreements`,
  dpa: (project) => `/projects/${project}/agreements`,
  'user-terms': () => '/agreements',
  'members-confirmation': (project) => `/projects/${project}/members`,
}

type Props = { t: Text; project: { slug: string; name: string }; owes: readonly Owed[] }

/** What has to be done before a project books again, each with where it is done; nothing where nothing is owed. */
export function OwedNotice({ t, project, owes }: Props) {
  if (owes.length === 0) return null
  return (
    <div className="mb-5">
      <Notice tone="wait" title={t('booking.owed.title', { project: project.name })}>
        <ul className="list-disc pl-5">
          {owes.map((one) => (
            <li key={one}>
              {t(`booking.owed.${one}`)} <a href={ways[one](project.slug)}>{t(`booking.owed.${one}.way`)}</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
