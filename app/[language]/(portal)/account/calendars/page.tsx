import type { Metadata } from 'next'
import { show } from '@/app/show'
import { OneButtonForm } from '@/components/identity/one-button-form'
import { ShownOnce } from '@/components/identity/shown-once'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { formatDateTime } from '@/components/ui/format'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/tag'
import { calendarFeeds } from '@/lib/booking/queries/calendars'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { endFeed, makeFeed } from './actions'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('compute.calendars') }
}

type Feed = Awaited<ReturnType<typeof calendarFeeds>>[number]

function FeedPanel({ language, feed: { id, createdAt, readAt, project } }: { language: Language; feed: Feed }) {
  const t = text(language)
  const name = project?.name ?? t('compute.calendars.own')
  const words = {
    title: t('compute.calendars.shown'),
    copy: t('compute.connection.copy'),
    copied: t('compute.connection.copied'),
  }
  const state = createdAt ? (
    <StateBadge tone="ok">{t('compute.calendars.on', { at: formatDateTime(createdAt) })}</StateBadge>
  ) : (
    <StateBadge tone="idle">{t('compute.calendars.off')}</StateBadge>
  )
  return (
    <Panel title={name} actions={state}>
      {id && (
        <p className="-mt-2 mb-3 text-sm text-soft">
          {readAt ? t('compute.calendars.read', { at: formatDateTime(readAt) }) : t('compute.calendars.unread')}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <ActionForm
          action={makeFeed}
          language={language}
          submit={
            <>
              {t(id ? 'compute.calendars.renew' : 'compute.calendars.make')}
              <span className="sr-only"> {name}</span>
            </>
          }
          look="plain"
        >
          <input type="hidden" name="project" value={project?.slug ?? ''} />
          <ShownOnce words={words} />
        </ActionForm>
        {id && (
          <OneButtonForm action={endFeed} name="feed" value={id} label={t('compute.calendars.close')} about={name} />
        )}
      </div>
    </Panel>
  )
}

export default async function CalendarsPage() {
  const ctx = await requestContext()
  const t = text(ctx.language)
  const feeds = await show(calendarFeeds(ctx, {}), '/account/calendars')
  return (
    <>
      <PageHeader title={t('compute.calendars')} lead={t('compute.calendars.lead')} />
      <div className="grid gap-5">
        {feeds.map((feed) => (
          <FeedPanel key={feed.project?.slug ?? ''} language={ctx.language} feed={feed} />
        ))}
      </div>
    </>
  )
}
