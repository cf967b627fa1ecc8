import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { DatasetTable } from '@/components/stewardship/dataset-table'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { stewardedDatasets } from '@/lib/catalogue/queries/stewardship'
import { requestContext } from '@/lib/identity/session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const one = (value: string | string[] | undefined): string | undefined => [value].flat()[0]

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('stewardship.datasets') }
}

export default async function DatasetsPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const [state, after] = [one(query.show), one(query.after)]
  const list = await show(stewardedDatasets(ctx, { show: state, after }), '/stewardship/datasets')
  return (
    <>
      <PageHeader
        title={t('stewardship.datasets')}
        lead={t('stewardship.datasets.lead')}
        actions={
          list.mayWrite && (
            <LinkButton look="primary" href="/stewardship/datasets/new">
              {t('stewardship.new')}
            </LinkButton>
          )
        }
      />
      {query.done === 'discarded' && (
        <div className="mb-5">
          <Notice tone="ok">{t('stewardship.done.discarded')}</Notice>
        </div>
      )}
      <DatasetTable t={t} language={ctx.language} list={list} show={state} paged={after !== undefined} />
    </>
  )
}
