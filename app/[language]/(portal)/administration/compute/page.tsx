import type { Metadata } from 'next'
import { show } from '@/app/show'
import { WeekLines } from '@/components/compute/week-lines'
import { WeekStrip } from '@/components/compute/week-strip'
import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { formatDateTime } from '@/components/ui/format'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { weekList } from '@/lib/booking/queries/week-list'
import { requestContext } from '@/lib/identity/session'
import { report } from './actions'

type Props = { searchParams: Promise<{ week?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('compute.title') }
}

export default async function ComputePage({ searchParams }: Props) {
  const [ctx, { week }] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const list = await show(weekList(ctx, { week }), '/administration/compute')
  const [from, to] = [formatDateTime(list.startsAt), formatDateTime(list.endsAt)]
  const actions = (
    <>
      <LinkButton href={`?week=${list.earlier}`}>{t('compute.week.earlier')}</LinkButton>
      <LinkButton href={`?week=${list.later}`}>{t('compute.week.later')}</LinkButton>
    </>
  )
  return (
    <>
      <PageHeader
        title={t('compute.week.title', { week: list.week })}
        lead={t('compute.week.lead', { from, to })}
        actions={actions}
      />
      <div className="grid gap-5">
        <WeekStrip language={ctx.language} list={list} />
        <Panel>
          <WeekLines language={ctx.language} list={list} now={ctx.now} report={report} />
        </Panel>
      </div>
    </>
  )
}
