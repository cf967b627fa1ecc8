import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-fields'
import { Time } from '@/components/ui/time'
import type { BookedWeekShown, BookingShown } from '@/lib/booking/queries/booking-rows'
import type { BookingAbility } from '@/lib/booking/queries/bookings'
import type { Language } from '@/lib/platform/messages'
import { WeekState } from './week-state'

export type EndingActs = { readonly cancel: FormAction; readonly release: FormAction }
type Props = {
  t: Text
  language: Language
  booking: BookingShown & { readonly abilities: readonly BookingAbility[] }
  acts: EndingActs
}

/** Asks before weeks are let go of; only an administrator who acts for others must say why. */
function Ending({ t, language, booking, acts, way, weeks }: Props & { way: keyof EndingActs; weeks: string[] }) {
  return (
    <ConfirmDialog
      open={`${t(`booking.${way}`)}…`}
      openLook="plain"
      size="small"
      look="danger"
      title={t(`booking.${way}.title`)}
      submit={t(`booking.${way}`)}
      action={acts[way]}
      language={language}
    >
      <input type="hidden" name="booking" value={booking.id} />
      {weeks.map((id) => (
        <input key={id} type="hidden" name="weeks" value={id} />
      ))}
      <p className="mb-4">{t(`booking.${way}.text`)}</p>
      <TextArea name="reason" label={t('booking.reason')} hint={t('booking.reason.hint')} rows={2} optional />
    </ConfirmDialog>
  )
}

function Week(props: Props & { week: BookedWeekShown }) {
  const { t, language, booking, week } = props
  const { id, name, slotName, gpus, startsAt, endsAt, life, state, endReason } = week
  const stands = state === 'booked'
  const may = (ability: BookingAbility) => stands && booking.abilities.includes(ability)
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0 sm:grid-cols-[1fr_auto]">
      <div>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{t('booking.week.where', { week: name, slot: slotName, gpus })}</span>
          <WeekState t={t} week={week} />
        </p>
        <p className="text-sm text-soft">
          <Time value={startsAt} language={language} show="minute" /> –{' '}
          <Time value={endsAt} language={language} show="minute" />
        </p>
        {endReason && <p className="text-sm">{endReason}</p>}
      </div>
      <div className="flex flex-wrap items-start gap-2 empty:hidden">
        {may('move') && life === 'booked' && (
          <LinkButton size="small" href={`/bookings?move=${booking.id}/${id}&from=${week.week}`}>
            {t('booking.move')}
          </LinkButton>
        )}
        {may('cancel') && life === 'booked' && <Ending {...props} way="cancel" weeks={[id]} />}
        {may('release') && (life === 'preparing' || life === 'ready') && (
          <Ending {...props} way="release" weeks={[id]} />
        )}
      </div>
    </li>
  )
}

/** The weeks of a booking, each with its life and what can be done with it. */
export function BookedWeeks(props: Props) {
  const { t, booking } = props
  const coming = booking.weeks.filter(({ state, life }) => state === 'booked' && life === 'booked')
  const many = coming.length > 1 && booking.abilities.includes('cancel')
  return (
    <Panel title={t('booking.weeks')}>
      <ul className="divide-y divide-line">
        {booking.weeks.map((week) => (
          <Week key={week.id} {...props} week={week} />
        ))}
      </ul>
      {many && (
        <div className="mt-4 border-t border-line pt-4">
          <p className="mb-2 text-sm text-soft">{t('booking.cancel.all', { count: coming.length })}</p>
          <Ending {...props} way="cancel" weeks={coming.map(({ id }) => id)} />
        </div>
      )}
    </Panel>
  )
}
