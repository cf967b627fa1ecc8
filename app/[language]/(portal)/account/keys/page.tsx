import type { Metadata } from 'next'
import { show } from '@/app/show'
import { OneButtonForm } from '@/components/identity/one-button-form'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { formatDate } from '@/components/ui/format'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import { sshKeys } from '@/lib/identity/queries/account'
import { requestContext } from '@/lib/identity/session'
import { dropKey, saveKey } from '../actions'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.account.keys') }
}

export default async function KeysPage() {
  const ctx = await requestContext()
  const t = text(ctx.language)
  const keys = await show(sshKeys(ctx, {}), '/account/keys')
  return (
    <>
      <PageHeader title={t('identity.account.keys')} lead={t('identity.keys.lead')} />
      <div className="grid gap-5">
        {keys.length === 0 ? (
          <EmptyState title={t('identity.keys.none')}>{t('identity.keys.none.text')}</EmptyState>
        ) : (
          <Panel>
            <ul className="divide-y divide-line">
              {keys.map(({ id, name, type, bits, fingerprint, createdAt }) => (
                <li
                  key={id}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
                >
                  <div className="min-w-0">
                    <p className="font-medium">{name}</p>
                    <p className="font-mono text-sm break-all">{fingerprint}</p>
                    <p className="text-sm text-soft">
                      {t('identity.keys.bits', { type, bits: String(bits) })} ·{' '}
                      {t('identity.keys.added', { date: formatDate(createdAt) })}
                    </p>
                  </div>
                  <OneButtonForm
                    action={dropKey}
                    name="key"
                    value={id}
                    label={t('identity.keys.remove')}
                    about={name}
                  />
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel title={t('identity.keys.add')}>
          <ActionForm
            action={saveKey}
            language={ctx.language}
            submit={t('identity.keys.add')}
            done={t('identity.account.saved')}
            emptyWhenDone
          >
            <TextInput name="name" label={t('identity.keys.name')} width="medium" />
            <TextArea
              name="key"
              label={t('identity.keys.key')}
              hint={t('identity.keys.key.hint')}
              rows={3}
              className="font-mono text-sm"
              spellCheck={false}
              autoComplete="off"
            />
          </ActionForm>
        </Panel>
      </div>
    </>
  )
}
