import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { ApprovalFields } from '@/components/ethics/approval-fields'
import { Missing } from '@/components/ethics/version-history'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-fields'
import { countryCodes } from '@/lib/catalogue/rules/countries'
import { approvalChoices } from '@/lib/ethics/queries/choices'
import { oneApproval } from '@/lib/ethics/queries/one-approval'
import { requestContext } from '@/lib/identity/session'
import { change } from '../../actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('ethics.change') }
}

/** Each once, those that the approval names already first. */
const together = <Named extends { id: string }>(named: readonly Named[], others: readonly Named[]): Named[] => [
  ...new Map([...named, ...others].map((one) => [one.id, one])).values(),
]

export default async function ChangeApprovalPage({ params }: Props) {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  const { language } = ctx
  const t = text(language)
  const here = `/ethics/${id}/change`
  const approval = await show(oneApproval(ctx, { approval: id }), here)
  if (!approval.may.includes('change')) notFound()
  const { datasets } = await show(approvalChoices(ctx, {}), here)
  const { latest, governing } = approval
  const crumbs = [
    { href: '/ethics', label: t('ethics.title') },
    { href: `/ethics/${id}`, label: latest.number },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('ethics.change')}
        lead={latest.title}
      />
      <div className="grid gap-5">
        {latest.state === 'returned' && (
          <Notice tone="stop" title={t('ethics.returned')}>
            <p className="whitespace-pre-line">{latest.judgedNote}</p>
            <Missing t={t} version={latest} />
          </Notice>
        )}
        {governing && <Notice>{t('ethics.change.governs', { version: governing.ordinal })}</Notice>}
        <Panel>
          <ActionForm action={change} language={language} submit={t('ethics.change.do')}>
            <input type="hidden" name="approval" value={id} />
            <input type="hidden" name="expectedRevision" value={approval.revision} />
            <ApprovalFields
              t={t}
              language={language}
              countries={[...countryCodes]}
              datasets={together(approval.datasets, datasets)}
              content={latest}
            />
            <TextArea
              name="note"
              label={t('ethics.change.note')}
              hint={t('ethics.change.note.hint')}
              optional
              rows={3}
            />
          </ActionForm>
        </Panel>
      </div>
    </>
  )
}
