import type { Metadata } from 'next'
import { show } from '@/app/show'
import { AboutFields, SlotsField } from '@/components/compute/machine-fields'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import { TextInput } from '@/components/ui/text-fields'
import { administeredMachines } from '@/lib/booking/queries/machines'
import { isoNameOf, weekOf } from '@/lib/booking/rules/weeks'
import { requestContext } from '@/lib/identity/session'
import { makeMachine } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('compute.machines') }
}

type Machine = Awaited<ReturnType<typeof administeredMachines>>[number]

/** The slots of the layout that holds in a week, in words. */
function slotsIn({ layouts }: Machine, week: string): string {
  const now = layouts.filter(({ from }) => from <= week).at(-1)
  return now?.slots.map(({ name, gpus }) => `${name} (${gpus})`).join(', ') ?? ''
}

export default async function MachinesPage() {
  const ctx = await requestContext()
  const { language } = ctx
  const t = text(language)
  const items = await show(administeredMachines(ctx, {}), '/administration/compute/machines')
  const week = isoNameOf(weekOf(ctx.now))
  return (
    <>
      <PageHeader title={t('compute.machines')} lead={t('compute.machines.lead')} />
      <div className="grid gap-5">
        {items.length === 0 && (
          <EmptyState title={t('compute.machines.none')}>{t('compute.machines.none.text')}</EmptyState>
        )}
        {items.map((machine) => (
          <Panel
            key={machine.id}
            title={<a href={`/administration/compute/machines/${machine.slug}`}>{machine.name}</a>}
            actions={<Tag>{t(machine.personalData ? 'compute.machine.safe' : 'compute.machine.open')}</Tag>}
          >
            <p className="text-soft">{machine.description}</p>
            <p className="mt-1">
              {t('compute.machine.now')}: {slotsIn(machine, week) || t('compute.layouts.retired')}
            </p>
          </Panel>
        ))}
        <Panel>
          <Disclosure summary={t('compute.machine.add')} open={items.length === 0}>
            <ActionForm
              action={makeMachine}
              language={language}
              submit={t('compute.machine.add')}
              done={t('compute.machine.made')}
              emptyWhenDone
            >
              <TextInput
                name="slug"
                label={t('compute.machine.slug')}
                hint={t('compute.machine.slug.hint')}
                width="medium"
              />
              <AboutFields language={language} />
              <TextInput
                name="from"
                label={t('compute.machine.from')}
                hint={t('compute.machine.from.hint')}
                defaultValue={week}
                width="short"
              />
              <SlotsField language={language} />
            </ActionForm>
          </Disclosure>
        </Panel>
      </div>
    </>
  )
}
