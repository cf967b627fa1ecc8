import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { CollectionFields } from '@/components/priorities/collection-fields'
import { PriorityLine } from '@/components/priorities/priority-item'
import { DecidedOn, PriorityActions } from '@/components/stewardship/priority-acts'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { priorityList } from '@/lib/catalogue/queries/priorities'
import { stewardDashboard } from '@/lib/catalogue/queries/stewardship'
import { requestContext } from '@/lib/identity/session'
import { add, close, edit, mark, move } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('stewardship.priorities') }
}

export default async function PrioritiesPage() {
  const ctx = await requestContext()
  const { language } = ctx
  const t = text(language)
  const { mayWrite } = await show(stewardDashboard(ctx, {}), '/stewardship/priorities')
  const { open } = await priorityList(ctx, {})
  const acts = { add, edit, move, mark, close }
  return (
    <>
      <PageHeader
        title={t('stewardship.priorities')}
        lead={t('stewardship.priorities.lead')}
        actions={<LinkButton href="/priorities">{t('stewardship.public')}</LinkButton>}
      />
      <div className="grid gap-5">
        {mayWrite && (
          <Panel>
            <Disclosure summary={t('stewardship.priorities.add')}>
              <ActionForm action={add} language={language} submit={t('stewardship.priorities.add')} emptyWhenDone>
                <CollectionFields language={language} />
                <DecidedOn language={language} value={ctx.now} />
              </ActionForm>
            </Disclosure>
          </Panel>
        )}
        {open.length === 0 ? (
          <EmptyState title={t('stewardship.priorities.empty')} />
        ) : (
          <Panel title={t('stewardship.priorities')}>
            <ol>
              {open.map((item) => (
                <PriorityLine key={`${item.id} ${item.revision} ${item.rank}`} language={language} item={item}>
                  {mayWrite && <PriorityActions language={language} item={item} last={open.length} acts={acts} />}
                </PriorityLine>
              ))}
            </ol>
          </Panel>
        )}
      </div>
    </>
  )
}
