import type { Metadata } from 'next'
import { show } from '@/app/show'
import { GroupTable } from '@/components/compute/group-table'
import { UseCharts, UseStrip } from '@/components/compute/use-figures'
import { text } from '@/components/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { figures as readFigures } from '@/lib/booking/queries/figures'
import { requestContext } from '@/lib/identity/session'

type Props = { searchParams: Promise<{ weeks?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('compute.figures') }
}

export default async function UtilisationPage({ searchParams }: Props) {
  const [ctx, { weeks }] = await Promise.all([requestContext(), searchParams])
  const { language } = ctx
  const t = text(language)
  const figures = await show(readFigures(ctx, { weeks }), '/bookings/utilisation')
  const csv = (sheet: string) =>
    `/bookings/utilisation/${sheet}.csv${weeks ? `?${new URLSearchParams({ weeks })}` : ''}`
  const { from, to, groups } = figures
  return (
    <>
      <PageHeader title={t('compute.figures')} lead={t('compute.figures.lead', { from, to })} />
      <div className="grid gap-5">
        <UseStrip language={language} figures={figures} />
        <Panel
          title={t('compute.figures.group')}
          actions={
            <a href={csv('groups')} download>
              {t('compute.figures.csv')}
            </a>
          }
        >
          <GroupTable language={language} groups={groups} />
        </Panel>
        <UseCharts language={language} figures={figures} csv={csv} />
      </div>
    </>
  )
}
