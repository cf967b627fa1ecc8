import { renderToStaticMarkup as draw } from 'react-dom/server'
import { expect, test } from 'vitest'
import { text } from '@/components/messages'
import type { CellState, SheetCell, Sheets } from '@/lib/booking/rules/sheet'
import { FreeWeeks } from './free-weeks'
import { OwedNotice } from './owed-notice'
import { WhyNot } from './why-not'

const t = text('en')
const cellOf = (state: CellState): SheetCell => ({
  slotId: 'a',
  week: '2026-11-30',
  state,
  project: null,
  bookingId: null,
  bookedWeekId: null,
  life: null,
  until: null,
  waiting: 0,
  waitingMine: false,
  holdId: null,
  placeId: null,
  reason: null,
})

/** The sheet of one week of a machine with slots of four GPUs, in these states. */
const machineOf = (slug: string, ...states: CellState[]): Sheets['sheets'][number] => ({
  machine: { id: slug, slug, name: slug.toUpperCase(), description: '' },
  why: null,
  weeks: [
    {
      week: '2026-11-30',
      name: '2026-W49',
      startsAt: '2026-11-30T08:00:00.000Z',
      endsAt: '2026-12-07T08:00:00.000Z',
      isCurrent: false,
      isPast: false,
      slots: states.map((_, n) => ({ id: `${n}`, name: `${n}`, gpus: 4 })),
      cells: states.map(cellOf),
    },
  ],
})
const addressOf = (machine: string) => `/bookings?machine=${machine}`

test('what is free is told of each machine, and leads to its sheet in that week', () => {
  const sheets = [machineOf('one', 'free', 'other', 'drop-in', 'held'), machineOf('two', 'mine', 'closed')]
  const drawn = draw(<FreeWeeks t={t} sheets={sheets} addressOf={addressOf} />)
  expect(drawn).toContain('href="/bookings?machine=one&amp;from=2026-11-30"')
  expect(drawn).toContain('aria-label="8 GPUs free on ONE in 2026-W49"')
  expect(drawn).toContain('full')
  expect(drawn).not.toContain('machine=two')
})

test('where there is one machine there is no other to choose', () => {
  expect(draw(<FreeWeeks t={t} sheets={[machineOf('one', 'free')]} addressOf={addressOf} />)).toBe('')
})

test('what is owed stands with where it is done, and nothing where nothing is', () => {
  const project = { slug: 'knees', name: 'Knees' }
  const owes = ['service-agreement', 'dpa', 'user-terms', 'members-confirmation'] as const
  const drawn = draw(<OwedNotice t={t} project={project} owes={owes} />)
  expect(drawn).toContain('Before Knees can book again')
  for (const way of ['/projects/knees/agreements', '/agreements', '/projects/knees/members'])
    expect(drawn).toContain(`href="${way}"`)
  expect(draw(<OwedNotice t={t} project={project} owes={[]} />)).toBe('')
})

test.each([
  ['agreements.missing', 'Agreements or terms that this machine asks for are missing.', true],
  ['booking.members-overdue', 'The yearly confirmation of its members is overdue.', true],
  ['booking.project-ended', 'The project has ended.', false],
  ['platform.scope', 'You cannot book for this project now.', false],
])('why a project cannot book is said for %s', (code, sentence, leads) => {
  const drawn = draw(<WhyNot t={t} code={code} />)
  expect(drawn).toContain(sentence)
  expect(drawn.includes('href="#owed"')).toBe(leads)
})
