import { type Text, text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Select, TextArea } from '@/components/ui/text-fields'
import type { closurePreview } from '@/lib/booking/queries/closures'
import type { Language } from '@/lib/platform/messages'
import { StandingTable } from './standing-table'

type Preview = Awaited<ReturnType<typeof closurePreview>>
type Stands = Preview['standing'][number]
type Props = {
  language: Language
  preview: Preview
  /** Which slots are closed; none: all of them. */
  slots: readonly string[]
  action: FormAction
}

/** What becomes of one booking: it goes to a free slot week, the nearest first, or is cancelled. */
function Decision({ t, one }: { t: Text; one: Stands }) {
  const moves = (one.options ?? []).map(({ slot, slotName, week }) => ({
    value: `${slot} ${week}`,
    label: t('compute.maintenance.move', { slot: slotName, week }),
  }))
  const options = [...moves, { value: 'cancel', label: t('compute.maintenance.cancel') }]
  const label = t('compute.maintenance.decide', { project: one.project ?? '', slot: one.slot, week: one.week })
  return <Select name={`displace.${one.id}`} label={label} options={options} width="long" />
}

/** What stands in the weeks to be closed, a decision on each booking, the reason, and the button that closes them. */
export function ClosingForm({ language, preview, slots, action }: Props) {
  const t = text(language)
  const { machine, from, to, standing } = preview
  const bookings = standing.filter(({ options }) => options !== null)
  return (
    <div className="mt-5 grid gap-4">
      {standing.length === 0 ? (
        <Notice tone="ok">{t('compute.maintenance.empty')}</Notice>
      ) : (
        <>
          <StandingTable language={language} standing={standing} />
          <p className="text-sm text-soft">{t('compute.maintenance.besides')}</p>
        </>
      )}
      <ActionForm
        action={action}
        language={language}
        submit={t('compute.maintenance.close', { from, to })}
        look="danger"
      >
        <input type="hidden" name="machine" value={machine.slug} />
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="to" value={to} />
        {slots.map((slot) => (
          <input key={slot} type="hidden" name="slots" value={slot} />
        ))}
        {bookings.map((one) => (
          <Decision key={one.id} t={t} one={one} />
        ))}
        <TextArea
          name="reason"
          label={t('compute.maintenance.reason')}
          hint={t('compute.maintenance.reason.hint')}
          rows={2}
          maxLength={1000}
        />
      </ActionForm>
    </div>
  )
}
