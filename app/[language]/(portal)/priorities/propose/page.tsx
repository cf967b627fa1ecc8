import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { CollectionFields } from '@/components/priorities/collection-fields'
import { OwnProposals } from '@/components/priorities/own-proposals'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-fields'
import { ownProposals } from '@/lib/catalogue/queries/priorities'
import { requestContext } from '@/lib/identity/session'
import { propose } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('priorities.propose') }
}

export default async function ProposePage() {
  const ctx = await requestContext()
  const { language } = ctx
  const t = text(language)
  const { items } = await show(ownProposals(ctx, {}), '/priorities/propose')
  const crumbs = [{ href: '/priorities', label: t('priorities.title') }]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('priorities.propose')}
        lead={t('priorities.propose.lead')}
      />
      <div className="grid gap-5">
        <Panel>
          <ActionForm
            action={propose}
            language={language}
            submit={t('priorities.propose.send')}
            look="primary"
            done={t('priorities.propose.sent')}
            emptyWhenDone
          >
            <CollectionFields
              language={language}
              hint={t('priorities.form.description.hint')}
              between={<TextArea name="clinicalNeed" label={t('priorities.form.need')} rows={3} />}
            />
          </ActionForm>
        </Panel>
        <Panel title={t('priorities.own')}>
          <OwnProposals language={language} proposals={items} />
        </Panel>
      </div>
    </>
  )
}
