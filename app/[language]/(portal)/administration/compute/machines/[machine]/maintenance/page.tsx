import type { Metadata } from 'next'
import { show, showAsked } from '@/app/show'
import { ClosingForm } from '@/components/compute/closing-form'
import { ClosureList } from '@/components/compute/closure-list'
import { WeekBox } from '@/components/compute/week-box'
import { type Text, text } from '@/components/messages'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { closurePreview, closures } from '@/lib/booking/queries/closures'
import { administeredMachine } from '@/lib/booking/queries/machines'
import { isoNameOf, weekOf } from '@/lib/booking/rules/weeks'
import { requestContext } from '@/lib/identity/session'
import { close, open } from '../../../actions'

type Asked = { from?: string; to?: string; slots?: string | string[]; done?: string }
type Props = { params: Promise<{ machine: string }>; searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('compute.maintenance') }
}

type Machine = Awaited<ReturnType<typeof administeredMachine>>

type Errors = Readonly<Record<string, readonly string[]>>
const nothingAsked = { shown: null, errors: {} as Errors }

/** Asks for the weeks and slots: it shows what stands there and changes nothing. */
function Asking(props: { t: Text; machine: Machine; asked: Asked; week: string; errors: Errors }) {
  const { t, machine, asked, week, errors } = props
  const slots = machine.layouts.filter(({ until }) => until === null || until > week).flatMap((layout) => layout.slots)
  const chosen = [asked.slots ?? []].flat()
  return (
    <form method="get" action="#close" className="grid gap-4">
      <div className="flex flex-wrap items-end gap-4">
        <WeekBox name="from" label={t('compute.machine.from')} defaultValue={asked.from ?? week} errors={errors.from} />
        <WeekBox
          name="to"
          label={t('compute.maintenance.to')}
          defaultValue={asked.to || asked.from || week}
          errors={asked.to ? errors.to : undefined}
        />
      </div>
      <fieldset>
        <legend className="font-medium">{t('compute.maintenance.which')}</legend>
        <p className="text-sm text-soft">{t('compute.maintenance.which.hint')}</p>
        <div className="flex flex-wrap gap-x-5 gap-y-1 pt-1">
          {slots.map(({ id, name, gpus }) => (
            <label key={id} className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                name="slots"
                value={id}
                defaultChecked={chosen.includes(id)}
                className="size-4.5"
              />
              {name} ({gpus})
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <Button type="submit">{t('compute.layout.show')}</Button>
      </div>
    </form>
  )
}

export default async function MaintenancePage({ params, searchParams }: Props) {
  const [ctx, { machine: slug }, asked] = await Promise.all([requestContext(), params, searchParams])
  const { language } = ctx
  const t = text(language)
  const up = `/administration/compute/machines/${encodeURIComponent(slug)}`
  const machine = await show(administeredMachine(ctx, { machine: slug }), `${up}/maintenance`)
  const planned = await show(closures(ctx, { machine: slug }), up)
  const { from, to, slots } = asked
  const wanted = { machine: slug, from, to: to || from, slots }
  const { shown: preview, errors } = from
    ? await showAsked(closurePreview(ctx, wanted), `${up}/maintenance`, ctx)
    : nothingAsked
  const crumbs = [
    { href: '/administration/compute/machines', label: t('compute.machines') },
    { href: up, label: machine.name },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('compute.maintenance.title', { machine: machine.name })}
        lead={t('compute.maintenance.lead')}
      />
      <div className="grid gap-5">
        {(asked.done === 'closed' || asked.done === 'opened') && (
          <Notice tone="ok" live>
            {t(`compute.maintenance.${asked.done}`)}
          </Notice>
        )}
        <Panel title={t('compute.maintenance.planned')}>
          <ClosureList language={language} closures={planned} machine={slug} action={open} />
        </Panel>
        <Panel id="close" title={t('compute.maintenance.new')}>
          <Asking t={t} machine={machine} asked={asked} week={isoNameOf(weekOf(ctx.now))} errors={errors} />
          {preview && <ClosingForm language={language} preview={preview} slots={[slots ?? []].flat()} action={close} />}
        </Panel>
      </div>
    </>
  )
}
