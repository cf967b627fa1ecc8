// The statements that the portal sends for an attempt to book and for the sheet, seen on their way to the database.
import { createHash } from 'node:crypto'
import { endOf, isoNameOf, startOf } from '@/lib/booking/rules/weeks'
import { Problem } from '../../../scripts/steps/problem.mjs'
import type { Bookable } from '../../support/bookable'
import type { Statement } from '../../support/postgres-wire/messages'
import { openProxy } from '../../support/postgres-wire/proxy'
import { startPortal } from '../portal'
import { attemptOf, type Contenders } from './contention'
import { type Known, type Recording, type Step, templateOf } from './template'

export interface Recorded {
  accepted: Step[]
  refused: Step[]
  /** Of one machine, and of several at once. */
  sheet: Step[]
  sheets: Step[]
}

/** What the database is not told: a keyed hash of the request, and its answer, encrypted. */
export const isOpaque = (value: string): boolean => /^[\w-]{43}$/.test(value) || value.includes('v1.')

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const SETTLING_MS = 300

/** A list of texts as PostgreSQL writes it. */
const listOf = (slugs: readonly string[]): string => `{${slugs.map((slug) => `"${slug}"`).join(',')}}`

/** When a week begins and ends, in the two ways in which statements write it. */
function edges(week: string): Record<'startsIso' | 'endsIso' | 'startsSql' | 'endsSql', string> {
  const [startsIso, endsIso] = [startOf(week), endOf(week)].map((at) => at.toISOString().slice(0, 19)) as [
    string,
    string,
  ]
  return { startsIso, endsIso, startsSql: startsIso.replace('T', ' '), endsSql: endsIso.replace('T', ' ') }
}

/** Everything by which the bare server fills in a statement for one request. */
export function knownOf(
  { cell, project, person }: Pick<ReturnType<ReturnType<typeof attemptOf>>, 'cell' | 'project' | 'person'>,
  machines: Contenders['machines'],
): Known {
  const machine = machines.find(({ slots }) => slots.some(({ id }) => id === cell.slot))
  return {
    tokenHash: hashOf(person.token),
    person: person.id,
    project: project.id,
    projectSlug: project.slug,
    pi: project.people[0]?.id ?? '',
    slot: cell.slot,
    machine: machine?.id ?? '',
    week: cell.week,
    weekName: isoNameOf(cell.week),
    ...edges(cell.week),
  }
}

type Told = Pick<Recording, 'statements' | 'at'> & { status: number; headers: Headers }

/** Does `work` with a portal whose statements are seen. */
export async function watched<T>(
  databaseUrl: string,
  work: (see: (ask: () => Promise<Response>) => Promise<Told>, origin: string) => Promise<T>,
) {
  let seen: Statement[] = []
  const proxy = await openProxy(databaseUrl, { onStatement: (_, statement) => seen.push(statement) })
  const portal = await startPortal(proxy.url)
  const pause = () => new Promise((resolve) => setTimeout(resolve, SETTLING_MS))
  try {
    return await work(async (ask) => {
      await pause()
      seen = []
      const at = Date.now()
      const answer = await ask()
      await answer.text()
      await pause()
      return { statements: seen, at, status: answer.status, headers: answer.headers }
    }, portal.origin)
  } finally {
    await portal.stop()
    await proxy.close()
  }
}

/** Until it is read whether the slot week is taken, both must go the same way: there the bare server goes over from one to the other. */
function assertOneBeginning(accepted: readonly Step[], refused: readonly Step[]): void {
  const parting = accepted.findIndex(({ text }, i) => text !== refused[i]?.text)
  const reading = accepted.findIndex(({ text }) => / AS booked\b/.test(text))
  if (reading < 0 || parting <= reading)
    throw new Problem('Accepted and refused attempts part before the slot week is read.')
}

/** Records what `side` asks; its first slot weeks are used up by it. */
export async function record(
  databaseUrl: string,
  side: Omit<Contenders, 'origin'>,
  { weeks }: Bookable,
): Promise<Recorded> {
  return watched(databaseUrl, async (see, origin) => {
    const contenders = { ...side, origin }
    const next = attemptOf(contenders)
    const attempt = async (turn: number, status: number): Promise<Recording> => {
      const asked = next(turn)
      const headers = { ...asked.headers, 'content-type': 'application/json' }
      const told = await see(() => fetch(origin + side.path, { method: 'POST', headers, body: asked.body }))
      if (told.status !== status) throw new Problem(`An attempt to book was answered ${told.status}, not ${status}.`)
      const more = { key: asked.headers['idempotency-key'], requestId: told.headers.get('x-request-id') ?? '' }
      return { ...told, known: { ...knownOf(asked, side.machines), ...more } }
    }
    const read = async (turn: number, path: string, which: Record<string, string>): Promise<Recording> => {
      const { person } = next(turn)
      const [from, count] = [weeks[turn] ?? '', String(40 + turn)]
      const headers = { authorization: `Bearer ${person.token}` }
      const told = await see(() => fetch(`${origin}${path}from=${from}&weeks=${count}`, { headers }))
      if (told.status !== 200) throw new Problem(`The sheet was answered ${told.status}.`)
      return { ...told, known: { tokenHash: hashOf(person.token), person: person.id, from, weeks: count, ...which } }
    }
    const readOne = (turn: number) => {
      const machine = side.machines[turn % side.machines.length]?.slug ?? ''
      return read(turn, `/api/v1/machines/${machine}/weeks?`, { machine })
    }
    const readSeveral = (turn: number) => {
      const slugs = side.machines.slice(turn, turn + 3).map(({ slug }) => slug)
      return read(turn, `/api/v1/sheets?machines=${slugs.join(',')}&`, { machines: listOf(slugs) })
    }
    // Once without looking: what is done at a first time only is no part of every time.
    await attempt(0, 201)
    await attempt(1, 409)
    await readOne(0)
    await readSeveral(0)
    const [first, second] = [await attempt(4, 201), await attempt(11, 201)]
    const [third, fourth] = [await attempt(6, 409), await attempt(9, 409)]
    const one = [await readOne(1), await readOne(2)] as const
    const several = [await readSeveral(1), await readSeveral(2)] as const
    const [accepted, refused] = [templateOf(first, second, isOpaque), templateOf(third, fourth, isOpaque)]
    assertOneBeginning(accepted, refused)
    return { accepted, refused, sheet: templateOf(...one, isOpaque), sheets: templateOf(...several, isOpaque) }
  })
}
