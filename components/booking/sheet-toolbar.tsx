import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { Button, buttonClass } from '@/components/ui/button'
import { controlClass } from '@/components/ui/control-class'
import { Icon } from '@/components/ui/icon'
import { Tabs } from '@/components/ui/tabs'
import type { Sheet } from '@/lib/booking/rules/sheet'
import { ChooseAtOnce } from './choose-at-once'

type Props = {
  t: Text
  sheet: Sheet
  /** The address of this sheet but for its weeks, for this machine or another. */
  addressOf: (machine: string) => string
  /** The first week, where the address names one. */
  from: string | null
  /** What was typed to jump to and is no week. */
  notAWeek: string | null
}

function Turn({ href, label, children }: { href: string | null; label: string; children: ReactNode }) {
  const look = buttonClass({})
  if (!href) return null
  return (
    <a href={href} data-turns className={look} aria-label={label}>
      {children}
    </a>
  )
}

/** Leads to other machines, weeks and projects: by links and a form that work without scripts. */
export function SheetToolbar({ t, sheet, addressOf, from, notAWeek }: Props) {
  const { machine, machines, earlier, later } = sheet
  const here = addressOf(machine.slug)
  return (
    <>
      {machines.length > 1 && (
        <Tabs
          label={t('booking.machines')}
          tabs={machines.map(({ slug, name }) => ({ href: addressOf(slug), label: name }))}
          current={here}
        />
      )}
      <div className="mb-3 flex flex-wrap items-end gap-x-4 gap-y-3">
        <nav aria-label={t('booking.turn')} className="flex gap-2">
          <Turn href={earlier && `${here}&from=${earlier}`} label={t('booking.turn.earlier')}>
            <Icon name="chevron" className="size-4 rotate-90" />
          </Turn>
          <Turn href={here} label={t('booking.turn.now')}>
            {t('booking.turn.now')}
          </Turn>
          <Turn href={later && `${here}&from=${later}`} label={t('booking.turn.later')}>
            <Icon name="chevron" className="size-4 -rotate-90" />
          </Turn>
        </nav>
        <Jump t={t} sheet={sheet} from={from} notAWeek={notAWeek} />
      </div>
    </>
  )
}

function Jump({ t, sheet, from, notAWeek }: Omit<Props, 'addressOf'>) {
  const { machine, projects, acting } = sheet
  return (
    <form
      id="sheet-choice"
      method="get"
      action="/bookings"
      className="flex flex-1 flex-wrap items-end gap-x-4 gap-y-3 max-sm:basis-full"
    >
      <input type="hidden" name="machine" value={machine.slug} />
      {from && <input type="hidden" name="from" value={from} />}
      {projects.length > 1 && (
        <label className="min-w-0 text-sm max-sm:basis-full">
          <span className="block text-soft">{t('booking.acting')}</span>
          <select name="project" defaultValue={acting?.slug} className={`${controlClass} h-9 sm:max-w-72`}>
            {projects.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="text-sm sm:ml-auto">
        <span className="block text-soft">{t('booking.jump')}</span>
        <span className="flex gap-2">
          <input
            name="week"
            defaultValue={notAWeek ?? undefined}
            placeholder={t('booking.jump.example')}
            aria-invalid={notAWeek !== null || undefined}
            aria-describedby={notAWeek === null ? undefined : 'not-a-week'}
            autoComplete="off"
            className={`${controlClass} h-9 max-w-44`}
          />
          <Button type="submit">{t('booking.jump.go')}</Button>
        </span>
      </label>
      {notAWeek !== null && (
        <p id="not-a-week" role="alert" className="basis-full text-right text-sm font-medium text-red">
          {t('booking.jump.none', { typed: notAWeek })}
        </p>
      )}
      <ChooseAtOnce form="sheet-choice" />
    </form>
  )
}
