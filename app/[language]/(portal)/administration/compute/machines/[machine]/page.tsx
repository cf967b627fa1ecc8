import type { Metadata } from 'next'
import { show, showAsked } from '@/app/show'
import { LayoutPanel } from '@/components/compute/layout-panel'
import { AboutFields } from '@/components/compute/machine-fields'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { layoutPreview } from '@/lib/booking/queries/layout-preview'
import { administeredMachine } from '@/lib/booking/queries/machines'
import { earliestLayout } from '@/lib/booking/rules/layouts'
import { isoNameOf } from '@/lib/booking/rules/weeks'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { changeMachine, divide } from '../../actions'

type Props = { params: Promise<{ machine: string }>; searchParams: Promise<{ from?: string; done?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('compute.machines') }
}

const nothingAsked = { shown: null, errors: {} as Readonly<Record<string, readonly string[]>> }

type Machine = Awaited<ReturnType<typeof administeredMachine>>
type Layout = Machine['layouts'][number]

function Layouts({ language, layouts }: { language: Language; layouts: readonly Layout[] }) {
  const t = text(language)
  const columns: Column<Layout>[] = [
    { key: 'from', label: t('compute.machine.from'), cell: ({ from }) => from },
    { key: 'until', label: t('compute.layouts.until'), cell: ({ until }) => until ?? t('compute.layouts.onwards') },
    {
      key: 'slots',
      label: t('compute.machine.slots'),
      cell: ({ slots }) =>
        slots.map(({ name, gpus }) => `${name} (${gpus})`).join(', ') || t('compute.layouts.retired'),
    },
  ]
  return (
    <Panel title={t('compute.layouts')}>
      <Table
        caption={t('compute.layouts.caption')}
        hideCaption
        columns={columns}
        rows={layouts}
        rowKey={({ from }) => from}
      />
    </Panel>
  )
}

export default async function MachinePage({ params, searchParams }: Props) {
  const [ctx, { machine: slug }, { from, done }] = await Promise.all([requestContext(), params, searchParams])
  const { language } = ctx
  const t = text(language)
  const here = `/administration/compute/machines/${encodeURIComponent(slug)}`
  const machine = await show(administeredMachine(ctx, { machine: slug }), here)
  const { shown: preview, errors } = from
    ? await showAsked(layoutPreview(ctx, { machine: slug, from }), here, ctx)
    : nothingAsked
  const crumbs = [{ href: '/administration/compute/machines', label: t('compute.machines') }]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={machine.name}
        lead={machine.description}
        actions={<LinkButton href={`${here}/maintenance`}>{t('compute.maintenance')}</LinkButton>}
      />
      <div className="grid gap-5">
        {done === 'layout' && (
          <Notice tone="ok" live>
            {t('compute.layout.done')}
          </Notice>
        )}
        <Layouts language={language} layouts={machine.layouts} />
        <LayoutPanel
          language={language}
          machine={slug}
          slots={machine.layouts.at(-1)?.slots ?? []}
          preview={preview}
          earliest={isoNameOf(earliestLayout(ctx.now))}
          mistyped={from && errors.from ? { from, errors: errors.from } : null}
          action={divide}
        />
        <Panel title={t('compute.machine.about')}>
          <ActionForm
            action={changeMachine}
            language={language}
            submit={t('compute.machine.save')}
            done={t('compute.machine.saved')}
          >
            <input type="hidden" name="machine" value={slug} />
            <input type="hidden" name="expectedRevision" value={machine.revision} />
            <AboutFields language={language} machine={machine} />
          </ActionForm>
        </Panel>
      </div>
    </>
  )
}
