import type { Metadata } from 'next'
import { show } from '@/app/show'
import { OneButtonForm } from '@/components/identity/one-button-form'
import { ShownOnce } from '@/components/identity/shown-once'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { CheckboxGroup } from '@/components/ui/choice-fields'
import { formatDate, formatDateTime } from '@/components/ui/format'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/tag'
import { TextInput } from '@/components/ui/text-fields'
import { scopes } from '@/lib/identity/policy'
import { tokens } from '@/lib/identity/queries/account'
import { requestContext } from '@/lib/identity/session'
import { dropToken, makeToken } from '../actions'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

type Token = Awaited<ReturnType<typeof tokens>>['items'][number]

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.account.tokens') }
}

function TokenRow({ t, token, now }: { t: Text; token: Token; now: Date }) {
  const { id, name, prefix, scopes: allowed, expiresAt, lastUsedAt, revokedAt } = token
  const state = revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'live'
  const used = lastUsedAt
    ? t('identity.tokens.used', { date: formatDateTime(lastUsedAt) })
    : t('identity.tokens.unused')
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="font-medium">{name}</p>
        <p className="font-mono text-sm">
          {prefix}… · {allowed.join(' ')}
        </p>
        <p className="text-sm text-soft">
          {t('identity.tokens.expires', { date: formatDate(expiresAt) })} · {used}
        </p>
      </div>
      <div className="flex items-center gap-4">
        <StateBadge tone={state === 'live' ? 'ok' : 'idle'}>{t(`identity.tokens.${state}`)}</StateBadge>
        {state === 'live' && (
          <OneButtonForm action={dropToken} name="token" value={id} label={t('identity.tokens.revoke')} about={name} />
        )}
      </div>
    </li>
  )
}

function NewToken({ t, language }: { t: Text; language: 'en' | 'sv' }) {
  const words = { title: t('identity.tokens.shown'), copy: t('identity.copy'), copied: t('identity.copied') }
  return (
    <Panel title={t('identity.tokens.add')}>
      <ActionForm action={makeToken} language={language} submit={t('identity.tokens.add')} emptyWhenDone>
        <ShownOnce words={words} />
        <TextInput name="name" label={t('identity.tokens.name')} width="medium" />
        <CheckboxGroup
          name="scopes"
          label={t('identity.tokens.scopes')}
          options={scopes.map((scope) => ({ value: scope, label: t(`identity.scope.${scope}`) }))}
          defaultValue={['catalogue:read']}
        />
        <TextInput
          name="days"
          type="number"
          min={1}
          max={366}
          label={t('identity.tokens.days')}
          hint={t('identity.tokens.days.hint')}
          defaultValue="90"
          width="short"
        />
      </ActionForm>
    </Panel>
  )
}

export default async function TokensPage({ searchParams }: Props) {
  const [ctx, { cursor }] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const { items: rows, next } = await show(tokens(ctx, { cursor }), '/account/tokens')
  return (
    <>
      <PageHeader title={t('identity.account.tokens')} lead={t('identity.tokens.lead')} />
      <div className="grid gap-5">
        {rows.length === 0 ? (
          <EmptyState title={t('identity.tokens.none')}>{t('identity.tokens.none.text')}</EmptyState>
        ) : (
          <Panel>
            <ul className="divide-y divide-line">
              {rows.map((token) => (
                <TokenRow key={token.id} t={t} token={token} now={ctx.now} />
              ))}
            </ul>
          </Panel>
        )}
        <Pagination
          language={ctx.language}
          first={cursor ? '/account/tokens' : undefined}
          next={next ? `?${new URLSearchParams({ cursor: next })}` : undefined}
        />
        <NewToken t={t} language={ctx.language} />
      </div>
    </>
  )
}
