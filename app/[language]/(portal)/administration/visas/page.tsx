import type { Metadata } from 'next'
import { show } from '@/app/show'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/choice-fields'
import { EmptyState } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { type VisaKeys, visaKeys } from '@/lib/access/queries/visa-keys'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { replace } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('visas.title') }
}

const tones = { signs: 'ok', published: 'info', gone: 'idle' } as const

const columnsOf = (t: Text, language: Language): Column<VisaKeys[number]>[] => [
  { key: 'key', label: t('visas.key'), cell: ({ id }) => <code className="text-sm break-all">{id}</code> },
  { key: 'made', label: t('visas.made'), cell: ({ createdAt }) => <Time value={createdAt} language={language} /> },
  {
    key: 'state',
    label: t('visas.state'),
    cell: ({ state }) => <StateBadge tone={tones[state]}>{t(`visas.state.${state}`)}</StateBadge>,
  },
  {
    key: 'until',
    label: t('visas.until'),
    cell: ({ publishedUntil }) => publishedUntil && <Time value={publishedUntil} language={language} />,
  },
]

/** By which keys visas are signed, and the way to another one. */
export default async function VisasPage() {
  const ctx = await requestContext()
  const { language } = ctx
  const t = text(language)
  const keys = await show(visaKeys(ctx, {}), '/administration/visas')
  const crumbs = [{ href: '/administration', label: t('identity.administration.title') }]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('visas.title')}
        lead={t('visas.lead')}
      />
      <div className="grid gap-5">
        <Panel title={t('visas.keys')}>
          <Table
            caption={t('visas.keys')}
            hideCaption
            columns={columnsOf(t, language)}
            rows={keys}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t('visas.none')} />}
          />
          <p className="mt-3 text-sm text-soft">
            {t.rich('visas.where', { address: () => <a href="/api/v1/jwk">/api/v1/jwk</a> })}
          </p>
        </Panel>
        <Panel title={t('visas.replace')}>
          <p className="mb-4 text-soft">{t('visas.replace.text')}</p>
          <ActionForm action={replace} language={language} submit={t('visas.replace')} done={t('visas.done')}>
            <Checkbox name="withdraw" label={t('visas.withdraw')} hint={t('visas.withdraw.hint')} />
          </ActionForm>
        </Panel>
      </div>
    </>
  )
}
