import type { Metadata } from 'next'
import { show } from '@/app/show'
import { SharingTable } from '@/components/catalogue/sharing/sharing-table'
import { filterBox } from '@/components/identity/filter-box'
import { text } from '@/components/messages'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { sharingRecord } from '@/lib/catalogue/queries/sharing-record'
import { requestContext } from '@/lib/identity/session'
import { RequestTabs } from '../tabs'

const here = '/requests/sharing'

type Props = { searchParams: Promise<{ dataset?: string; before?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('sharing.title') }
}

/** With whom data were shared, in full: what the public record leaves out of who opted out is here. */
export default async function SharingPage({ searchParams }: Props) {
  const [ctx, { dataset, before }] = await Promise.all([requestContext(), searchParams])
  const { language } = ctx
  const t = text(language)
  const page = await show(sharingRecord(ctx, { dataset, before }), here)
  const older = (from: string) => `${here}?${new URLSearchParams({ ...(dataset && { dataset }), before: from })}`
  return (
    <>
      <PageHeader title={t('sharing.title')} lead={t('sharing.lead')} />
      <RequestTabs ctx={ctx} current={here} />
      <form action={here} aria-label={t('sharing.filter')} className="mb-5 flex flex-wrap items-end gap-4">
        <label className="grid gap-1 font-medium">
          {t('sharing.dataset')}
          <input name="dataset" defaultValue={dataset ?? ''} className={filterBox} />
        </label>
        <Button type="submit" className="min-h-10">
          {t('sharing.show')}
        </Button>
      </form>
      <SharingTable t={t} language={language} page={page} older={older} />
    </>
  )
}
