import type { Metadata } from 'next'
import { show } from '@/app/show'
import { type Text, text } from '@/components/messages'
import { ImportRows } from '@/components/stewardship/import-rows'
import { ActionForm } from '@/components/ui/action-form'
import { formatDateTime } from '@/components/ui/format'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type OneImport, oneImport } from '@/lib/catalogue/queries/imports'
import { requestContext } from '@/lib/identity/session'
import { applyAll } from '../actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('stewardship.import') }
}

/** Where the upload stands, in a sentence. */
function Standing({ t, upload }: { t: Text; upload: OneImport }) {
  const { appliedAt, movedOn, counts } = upload
  if (appliedAt)
    return <Notice tone="ok">{t('stewardship.import.applied', { when: formatDateTime(appliedAt) })}</Notice>
  if (movedOn.length > 0) {
    return <Notice tone="stop">{t('stewardship.import.moved', { slugs: movedOn.join(', ') })}</Notice>
  }
  if (counts.refused > 0) return <Notice tone="stop">{t('stewardship.import.refused')}</Notice>
  if (counts.new + counts.changed === 0) return <Notice tone="idle">{t('stewardship.import.nothing')}</Notice>
  const key = upload.publishes ? 'stewardship.import.apply.publishes' : 'stewardship.import.apply.drafts'
  return <Notice>{t(key)}</Notice>
}

export default async function OneImportPage({ params }: Props) {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  const { language } = ctx
  const t = text(language)
  const upload = await show(oneImport(ctx, { batchId: id }), `/stewardship/import/${id}`)
  const { counts } = upload
  const crumbs = [{ href: '/stewardship/import', label: t('stewardship.import') }]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={<span className="break-all">{upload.fileName}</span>}
        state={t('stewardship.import.counts', counts)}
      />
      <div className="grid gap-5">
        <Standing t={t} upload={upload} />
        {upload.mayApply && (
          <ActionForm
            action={applyAll}
            language={language}
            submit={t('stewardship.import.apply', { count: counts.new + counts.changed })}
            look="primary"
          >
            <input type="hidden" name="batchId" value={upload.id} />
          </ActionForm>
        )}
        <Panel>
          <ImportRows t={t} language={ctx.language} rows={upload.rows} />
        </Panel>
      </div>
    </>
  )
}
