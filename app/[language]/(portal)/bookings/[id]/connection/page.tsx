import type { Metadata } from 'next'
import { show } from '@/app/show'
import { ConnectionPanels } from '@/components/compute/connection'
import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { connection } from '@/lib/booking/queries/connection'
import { requestContext } from '@/lib/identity/session'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('compute.connection') }
}

export default async function ConnectionPage({ params }: Props) {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  const t = text(ctx.language)
  const here = `/bookings/${encodeURIComponent(id)}`
  const entered = await show(connection(ctx, { booking: id }), `${here}/connection`)
  const { project, machine, weeks } = entered.booking
  const actions = <LinkButton href={`${here}/calendar.ics`}>{t('compute.booking.calendar')}</LinkButton>
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: here, label: t('booking.one') }]} language={ctx.language} />}
        title={t('compute.connection')}
        lead={t('compute.connection.lead', { project: project.name, machine: machine.name, weeks: weeks.join(', ') })}
        actions={actions}
      />
      <div className="grid gap-5">
        <ConnectionPanels language={ctx.language} connection={entered} />
      </div>
    </>
  )
}
