import { text } from '@/components/messages'
import { Tabs } from '@/components/ui/tabs'
import { figureScope } from '@/lib/access/policy/queue'
import { maySeeFullSharingRecord } from '@/lib/catalogue/policy'
import { type Context, isPerson } from '@/lib/platform/context'
import { isRefusal } from '@/lib/platform/refusal'

const hubRoles = ['request-handler', 'reviewer', 'decider', 'hub-administrator']

/** The lists about data access: one's own requests, for the hub's people the queue, and grants. */
export function RequestTabs({ ctx: { actor, language }, current }: { ctx: Context; current: string }) {
  const t = text(language)
  const works = isPerson(actor) && hubRoles.some((role) => actor.roles.includes(role))
  const tabs = [
    { href: '/requests', label: t('requests.own') },
    ...(works
      ? [
          { href: '/requests/queue', label: t('requests.queue') },
          { href: '/requests/assignments', label: t('assignments.tab') },
        ]
      : []),
    ...(isRefusal(figureScope(actor)) ? [] : [{ href: '/requests/statistics', label: t('statistics.tab') }]),
    ...(maySeeFullSharingRecord(actor) ? [{ href: '/requests/sharing', label: t('sharing.tab') }] : []),
    { href: '/grants', label: t('requests.grants.title') },
    ...(isPerson(actor) ? [{ href: '/ethics', label: t('ethics.title') }] : []),
  ]
  return <Tabs label={t('requests.title')} tabs={tabs} current={current} />
}
