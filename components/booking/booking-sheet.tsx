'use client'
import { useRouter } from 'next/navigation'
import { type MouseEvent, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { WithAside } from '@/components/ui/panel'
import { BudgetPanel } from './budget-panel'
import { fill } from './fill'
import { KeyHints } from './key-hints'
import { nameOf } from './naming'
import { OutcomeBar, type Told } from './outcome-bar'
import { OverrideFields } from './override-fields'
import { keepOnly, nothingPicked, type Picking, without } from './picking'
import { SheetGrid } from './sheet-grid'
import { SlotSwitch } from './slot-switch'
import { type Addresses, type ReadSheet, useLiveSheet } from './use-live-sheet'
import { usePicking } from './use-picking'
import { useSending } from './use-sending'
import type { SheetWords } from './words'

export type BookingSheetProps = {
  readonly read: ReadSheet
  readonly addresses: Addresses
  readonly words: SheetWords
  /** Why the acting project cannot book at all now, in words. */
  readonly whyNot: ReactNode
  readonly act: FormAction
  /** The column that a phone shows, and this page's address but for that and its weeks. */
  readonly column: number
  readonly address: string
  /** The booked week that is being moved, as booking/week; null: none is. */
  readonly moving: string | null
  /** What leads to other weeks, machines and projects. */
  readonly toolbar: ReactNode
  /** Stands beside the sheet where nobody is acted for: how to come to a project. */
  readonly noProject: ReactNode
}

const never = () => () => {}
/** Whether scripts run: false on the server and in the first drawing of the browser, which must be alike. */
const useScripts = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** Draws the page anew when the running week ends. */
function useTurnOfWeek({ sheet, now }: ReadSheet, refresh: () => void): void {
  const ends = sheet.weeks.find(({ isCurrent }) => isCurrent)?.endsAt
  useEffect(() => {
    if (!ends) return
    const timer = setTimeout(refresh, Date.parse(ends) - Date.parse(now) + 1000)
    return () => clearTimeout(timer)
  }, [ends, now, refresh])
}

function useSheet({ read, addresses, act, address, moving }: BookingSheetProps) {
  const shown = useLiveSheet(read, addresses)
  const { sheet } = shown
  const router = useRouter()
  const sending = useSending(act)
  const book = () => {
    const button = sending.form.ref.current?.querySelector<HTMLButtonElement>('button[value="picked"]')
    if (button) sending.send(button)
  }
  const turn = (to: 'earlier' | 'later') => {
    if (sheet[to]) router.push(`${address}&from=${sheet[to]}`, { scroll: false })
  }
  const picking = usePicking(sheet.weeks, moving === null, { book, send: sending.send, turn })
  useTurnOfWeek(shown, router.refresh)
  const { change } = picking
  const { answer } = sending.state
  useEffect(() => {
    // What was booked is picked no more, also where it stands on another page.
    const booked = (answer as Told | undefined)?.booked
    if (booked) change((now) => without(now, booked))
  }, [answer, change])
  /** Follows links to other weeks in place, so that what is picked stays picked. */
  const follow = (event: MouseEvent<HTMLElement>) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-turns]') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    router.push(link.href, { scroll: false })
  }
  const mayAct = sheet.acting !== null && sheet.acting.why === null
  const toSend = picking.picks.filter(({ key }) => !sending.cells.has(key))
  return { ...shown, sending, picking, toSend, follow, mayAct }
}

type Shown = ReturnType<typeof useSheet> & BookingSheetProps

const letGo = ({ active }: Picking): Picking => ({ ...nothingPicked, active })

/** What came of the last act, and what can be done with what is picked: in the panel, or at the foot of a small window. */
function Acts({ picking, toSend, sending, words }: Shown) {
  const { picks, change } = picking
  const only = (keys: readonly string[]) => change((now) => keepOnly(now, new Set(keys)))
  return (
    <div className="mt-4 max-lg:fixed max-lg:inset-x-3 max-lg:bottom-3 max-lg:z-10">
      <OutcomeBar state={sending.state} words={words} keepOnly={only} />
      {picks.length > 0 && (
        <div className="flex items-start gap-2 max-lg:rounded-lg max-lg:border max-lg:border-line max-lg:bg-panel max-lg:p-3 max-lg:shadow-raised">
          <Button
            type="submit"
            look="primary"
            name="book"
            value="picked"
            aria-disabled={toSend.length === 0}
            className="flex-1"
          >
            {toSend.length === 0 ? words.sending : fill(words.book, { what: nameOf(toSend, words) })}
          </Button>
          <Button onClick={() => change(letGo)}>{words.clear}</Button>
        </div>
      )}
    </div>
  )
}

function Beside(shown: Shown) {
  const { sheet, picking, words, whyNot, noProject } = shown
  const { acting, administers } = sheet
  if (!acting) return noProject
  return (
    <BudgetPanel acting={acting} whyNot={whyNot} selected={picking.selected} words={words}>
      <Acts {...shown} />
      {shown.mayAct && <p className="mt-3 text-sm text-soft">{words['all-or-nothing']}</p>}
      {administers && <OverrideFields words={words} />}
    </BudgetPanel>
  )
}

function Weeks(shown: Shown) {
  const { sheet, now, picking, words, address, mayAct, moving } = shown
  const { machine, weeks, acting } = sheet
  const [column, show] = useState(shown.column)
  const live = useScripts()
  const meter = mayAct ? (acting?.meter ?? null) : null
  const common = { live, mayAct, moving: moving !== null }
  const share = { ...common, words, now, meter, acting: acting?.slug ?? null, selected: picking.selected }
  return (
    <section className="min-w-0 rounded-lg border border-line bg-panel p-2 sm:p-3">
      <SlotSwitch
        slots={weeks[0]?.slots ?? []}
        column={column}
        address={`${address}&from=${weeks[0]?.week}`}
        show={show}
        words={words}
      />
      <SheetGrid
        weeks={weeks}
        picked={new Set(picking.picks.map(({ key }) => key))}
        active={picking.active}
        column={column}
        label={machine.name}
        share={share}
        handlers={picking.handlers}
      />
    </section>
  )
}

/** The booking sheet: weeks by slots, with the budget beside it that moves with what is selected. */
export function BookingSheet(props: BookingSheetProps) {
  const shown = { ...useSheet(props), ...props }
  const { sheet, sending, toSend, words } = shown
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links in it are clicked by Enter too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it is they that are clicked */}
      <div onClick={shown.follow}>{props.toolbar}</div>
      <form {...sending.form}>
        {/* Enter in a field must not press the first button there is, which would book the first free cell. */}
        <button type="submit" disabled hidden />
        <input type="hidden" name="project" value={sheet.acting?.slug ?? ''} />
        {props.moving && <input type="hidden" name="moving" value={props.moving} />}
        {toSend.map(({ key }) => (
          <input key={key} type="hidden" name="cells" value={key} />
        ))}
        <WithAside aside={<Beside {...shown} />}>
          <div>
            <Weeks {...shown} />
            <KeyHints words={words} mayAct={shown.mayAct} />
          </div>
        </WithAside>
      </form>
    </>
  )
}
