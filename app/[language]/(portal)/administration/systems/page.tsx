import type { Metadata } from 'next'
import { show } from '@/app/show'
import { SystemFields } from '@/components/access/systems/system-fields'
import { SystemState } from '@/components/access/systems/system-state'
import { ShownOnce } from '@/components/identity/shown-once'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { EmptyState, Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { type Systems, systems } from '@/lib/access/queries/systems'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { register } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('systems.title') }
}

const columnsOf = (t: Text, language: Language): Column<Systems[number]>[] => [
  {
    key: 'name',
    label: t('systems.name'),
    cell: ({ id, name, url }) => (
      <>
        <a href={`/administration/systems/${id}`}>{name}</a>
        <span className="block text-sm break-all text-soft">{url}</span>
      </>
    ),
  },
  {
    key: 'state',
    label: t('systems.state'),
    cell: (system) => <SystemState t={t} language={language} system={system} />,
  },
  { key: 'waiting', label: t('systems.waiting'), numeric: true, cell: ({ waiting }) => waiting },
  {
    key: 'withdrawals',
    label: t('systems.withdrawals'),
    numeric: true,
    cell: ({ withdrawalsWaiting }) => withdrawalsWaiting,
  },
]

/** The systems that are told of grants, what they have not acknowledged, and the way to connect another. */
export default async function SystemsPage() {
  const ctx = await requestContext()
  const { language } = ctx
  const t = text(language)
  const all = await show(systems(ctx, {}), '/administration/systems')
  const count = all.reduce((sum, { withdrawalsWaiting }) => sum + withdrawalsWaiting, 0)
  const crumbs = [{ href: '/administration', label: t('identity.administration.title') }]
  const words = { title: t('systems.secret'), copy: t('identity.copy'), copied: t('identity.copied') }
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('systems.title')}
        lead={t('systems.lead')}
      />
      <div className="grid gap-5">
        {count > 0 && <Notice tone="stop" title={t('systems.alarm', { count })} />}
        <Panel>
          <Table
            caption={t('systems.title')}
            hideCaption
            columns={columnsOf(t, language)}
            rows={all}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t('systems.none')}>{t('systems.none.how')}</EmptyState>}
          />
        </Panel>
        <Panel title={t('systems.register')}>
          <ActionForm action={register} language={language} submit={t('systems.register')} emptyWhenDone>
            <ShownOnce words={words} />
            <SystemFields t={t} system={null} />
          </ActionForm>
        </Panel>
      </div>
    </>
  )
}
