import type { Text } from '@/components/messages'
import { Notice } from '@/components/ui/notice'
import type { Owed } from '@/lib/booking/rules/acting'

const ways: Readonly<Record<Owed, (project: string) => string>> = {
  'service-agreement': (project) => `/projects/${project}/agreements`,
  dpa: (project) => `/projects/${project}/agreements`,
  'user-terms': () => '/agreements',
  'members-confirmation': (project) => `/projects/${project}/members`,
}

/** Where it stands on its page. */
export const owedAt = 'owed'

type Props = { t: Text; project: { slug: string; name: string }; owes: readonly Owed[] }

/** What is owed, each with where it is done. */
export function OwedList({ t, project, owes }: Props) {
  return (
    <ul className="list-disc pl-5">
      {owes.map((one) => (
        <li key={one}>
          {t(`booking.owed.${one}`)} <a href={ways[one](project.slug)}>{t(`booking.owed.${one}.way`)}</a>
        </li>
      ))}
    </ul>
  )
}

/** What has to be done before a project books again; nothing where nothing is owed. */
export function OwedNotice(props: Props) {
  const { t, project, owes } = props
  if (owes.length === 0) return null
  return (
    <div id={owedAt} className="mb-5 scroll-mt-24">
      <Notice tone="wait" title={t('booking.owed.title', { project: project.name })}>
        <OwedList {...props} />
      </Notice>
    </div>
  )
}
