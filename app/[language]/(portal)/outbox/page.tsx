import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import { outbox } from '@/lib/identity/queries/outbox'
import { requestContext } from '@/lib/identity/session'
import { isDemonstration } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.outbox.title'), robots: { index: false } }
}

/** A mail's text with its own links made links. */
function Letter({ body }: { body: string }) {
  const parts = body.split(/(https?:\/\/\S+)/)
  return (
    <p className="whitespace-pre-wrap">
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <a key={part} href={part} className="break-all">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  )
}

export default async function OutboxPage() {
  const ctx = await requestContext()
  const t = text(ctx.language)
  const mails = await show(outbox(ctx, {}), '/outbox')
  const lead = isDemonstration() ? t('identity.outbox.lead') : t('identity.outbox.own')
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t('identity.outbox.title')} lead={lead} />
      {mails.length === 0 && (
        <EmptyState title={t('identity.outbox.empty')}>{t('identity.outbox.empty.text')}</EmptyState>
      )}
      <div className="grid gap-5">
        {mails.map(({ id, address, subject, text: body, calendar, createdAt }) => (
          <Panel key={id} title={subject}>
            <p className="mb-3 text-sm text-soft">
              {t('identity.outbox.to', { address })} · <Time value={createdAt} language={ctx.language} show="minute" />
            </p>
            {body ? <Letter body={body} /> : <p className="text-soft">{t('identity.outbox.emptied')}</p>}
            {calendar && (
              <Disclosure className="mt-3" summary={t('identity.outbox.calendar')}>
                <pre className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap break-all">
                  {calendar}
                </pre>
              </Disclosure>
            )}
          </Panel>
        ))}
      </div>
    </div>
  )
}
