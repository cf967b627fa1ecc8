import type { Metadata } from 'next'
import { show } from '@/app/show'
import { OneButtonForm } from '@/components/identity/one-button-form'
import { type MessageKey, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { formatDateTime } from '@/components/ui/format'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/tag'
import { sessions } from '@/lib/identity/queries/account'
import { browserName } from '@/lib/identity/rules/browser-name'
import { requestContext } from '@/lib/identity/session'
import { closeOtherSessions, closeSession } from '../actions'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.account.sessions') }
}

export default async function SessionsPage({ searchParams }: Props) {
  const [ctx, { cursor }] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const { items: rows, next } = await show(sessions(ctx, { cursor }), '/account/sessions')
  return (
    <>
      <PageHeader title={t('identity.account.sessions')} lead={t('identity.sessions.lead')} />
      <Panel>
        <ul className="divide-y divide-line">
          {rows.map(({ id, method, secondFactor, userAgent, createdAt, seenAt, current }) => {
            const agent = browserName(userAgent) ?? t('identity.sessions.agent.unknown')
            const how = t(`identity.method.${method}` as MessageKey)
            return (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
              >
                <div>
                  <p className="font-medium">{agent}</p>
                  <p className="text-sm text-soft">
                    {how}
                    {secondFactor && `, ${t('identity.sessions.factor')}`}
                  </p>
                  <p className="text-sm text-soft">
                    {t('identity.sessions.begun')} {formatDateTime(createdAt)} · {t('identity.sessions.seen')}{' '}
                    {formatDateTime(seenAt)}
                  </p>
                </div>
                {current ? (
                  <StateBadge tone="ok">{t('identity.sessions.current')}</StateBadge>
                ) : (
                  <OneButtonForm
                    action={closeSession}
                    name="session"
                    value={id}
                    label={t('identity.sessions.end')}
                    about={agent}
                  />
                )}
              </li>
            )
          })}
        </ul>
      </Panel>
      <Pagination
        language={ctx.language}
        first={cursor ? '/account/sessions' : undefined}
        next={next ? `?${new URLSearchParams({ cursor: next })}` : undefined}
      />
      {(rows.length > 1 || next || cursor) && (
        <div className="mt-5">
          <ActionForm
            action={closeOtherSessions}
            language={ctx.language}
            submit={t('identity.sessions.end.others')}
            look="danger"
          />
        </div>
      )}
    </>
  )
}
