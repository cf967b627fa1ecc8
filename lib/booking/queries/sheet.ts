import 'server-only'
import { isInForce, type TextKind } from '@/lib/agreements/rules/in-force'
import { holds } from '@/lib/identity/policy'
import { query } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { pool } from '@/lib/platform/db'
import { isRefusal } from '@/lib/platform/refusal'
import { type Delegated, type Standing, standingOf } from '@/lib/projects/rules/authority'
import { bookingScope, mayBook } from '../policy/booking'
import { judgeProject } from '../rules/acting'
import { leftOf } from '../rules/budget'
import { type Drawn, drawCell, type Reader } from '../rules/draw'
import type { ActingProject, Sheet, SheetWeek } from '../rules/sheet'
import { addWeeks, endOf, isoNameOf, startOf, type Week, weekOf, weeksBetween } from '../rules/weeks'
import { ReadSheet, sheetBefore } from '../schema/reading'
import { type RawCell, type RawProject, type RawSheet, sheetStatement } from './sheet-statement'

const delegatedOf = ({ piId, members, grants }: RawProject): Delegated => ({
  piId,
  memberIds: new Set([piId, ...(members ?? [])]),
  grants: (grants ?? []).map((grant) => ({
    ...grant,
    from: new Date(grant.from),
    until: new Date(grant.until),
    revokedAt: null,
  })),
})

function missingOf(project: RawProject, { machine, terms }: RawSheet, standing: Standing, now: Date): TextKind[] {
  const signed = (project.documents ?? []).map((document) => ({
    ...document,
    validFrom: new Date(document.validFrom),
    validUntil: new Date(document.validUntil),
  }))
  const demanded: TextKind[] = machine?.personalData ? ['service-agreement', 'dpa'] : ['service-agreement']
  const lacks = demanded.filter(
    (kind) => !signed.some((one) => one.kind === kind && isInForce(one, project.institutionName, now)),
  )
  const owes = standing.role !== 'outsider' && terms.binding > terms.accepted
  return owes ? [...lacks, 'user-terms'] : lacks
}

/** A project as the sheet offers it: whether the reader may book for it is told by the same policy and rule that the command asks. */
function actingProject(raw: RawProject, sheet: RawSheet, ctx: Context, personId: string): ActingProject {
  const { id, slug, name, budget, used, held, next } = raw
  const standing = standingOf(delegatedOf(raw), personId, ctx.now)
  const period = { startsAt: new Date(raw.startsAt), endsAt: new Date(raw.endsAt) }
  const missing = missingOf(raw, sheet, standing, ctx.now)
  const project = {
    ...period,
    id,
    slug,
    state: raw.state,
    membersConfirmedAt: new Date(raw.membersConfirmedAt),
    missing,
  }
  const permission = mayBook(ctx.actor, standing)
  const refused = isRefusal(permission) ? permission : judgeProject(project, ctx.now)
  const nextEnd = next && { at: new Date(next.at).toISOString(), gpus: next.gpus }
  return {
    id,
    slug,
    name,
    onBehalfOf: personId === raw.piId ? null : raw.piName,
    why: permission === false ? 'projects.no-authority' : (refused?.code ?? null),
    meter: { budget, used, left: leftOf({ budget, used }), held, next: nextEnd },
  }
}

function drawnOf(raw: RawCell, machineId: string): Drawn {
  const [week, slot, , gpus, startsAt, endsAt, booked, owner, readyAt, hold, closed, waiting] = raw
  return {
    slot,
    week,
    machineId,
    gpus,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    closureId: closed === null ? null : slot,
    booked: booked && { ...booked, countsUntil: new Date(booked.countsUntil) },
    hold: hold && { ...hold, until: new Date(hold.until) },
    waiting: waiting.map((place) => ({ ...place, personId: '' })),
    owner,
    readyAt: readyAt === null ? null : new Date(readyAt),
    reason: closed,
  }
}

/** One week of the sheet; without any slot where none was made for it. */
function weekRow(week: Week, cells: readonly RawCell[], machineId: string, reader: Reader, now: Date): SheetWeek {
  const [startsAt, endsAt] = [startOf(week), endOf(week)]
  return {
    week,
    name: isoNameOf(week),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isCurrent: startsAt <= now && now < endsAt,
    isPast: endsAt <= now,
    slots: cells.map(([, id, name, gpus]) => ({ id, name, gpus })),
    cells: cells.map((raw) => drawCell(drawnOf(raw, machineId), reader, now)),
  }
}

function weeksOf(raw: RawSheet, from: Week, count: number, reader: Reader, now: Date): SheetWeek[] {
  const byWeek = new Map<Week, RawCell[]>()
  for (const cell of raw.cells ?? []) byWeek.set(cell[0], [...(byWeek.get(cell[0]) ?? []), cell])
  return Array.from({ length: count }, (_, n) => addWeeks(from, n)).map((week) =>
    weekRow(week, byWeek.get(week) ?? [], raw.machine?.id ?? '', reader, now),
  )
}

/** Where "earlier" and "later" lead; null at the ends of what there is. */
function around([first, last]: RawSheet['reach'], from: Week, count: number) {
  const next = addWeeks(from, count)
  const before = first !== null && first < from ? addWeeks(from, -Math.min(count, weeksBetween(first, from))) : null
  return { earlier: before, later: last !== null && next <= last ? next : null }
}

async function readRaw(values: unknown[]): Promise<RawSheet | undefined> {
  const { rows } = await pool().query<{ answer: RawSheet }>({ name: 'sheet', text: sheetStatement, values })
  return rows[0]?.answer
}

/** The booking sheet of one machine over some weeks, as this person sees it, and what they could book it with. */
export const sheet = query({
  name: 'booking.sheet',
  input: ReadSheet,
  scope: ({ actor }) => bookingScope(actor),
  read: async ({ personId, all }, { machine, from: asked, weeks, project }, ctx): Promise<Sheet | null> => {
    const from = asked ?? addWeeks(weekOf(ctx.now), -sheetBefore)
    const administers = holds(ctx.actor, 'compute-administrator')
    const raw = await readRaw([machine ?? null, from, weeks, personId, administers, ctx.now])
    if (!raw?.machine) return null
    const projects = (raw.projects ?? []).map((one) => actingProject(one, raw, ctx, personId))
    const own = (raw.projects ?? []).filter((one) => delegatedOf(one).memberIds.has(personId))
    const ownIds = new Set(own.map(({ id }) => id))
    const acting =
      project === undefined
        ? (projects.find(({ id, why }) => ownIds.has(id) && why === null) ?? projects.find(({ id }) => ownIds.has(id)))
        : projects.find(({ slug }) => slug === project)
    if (project !== undefined && !acting) return null
    const reader = { actingId: acting?.id ?? null, ownIds, seesAll: all }
    const { personalData: _, ...shown } = raw.machine
    return {
      machine: shown,
      machines: raw.machines.map(({ personalData: __, ...one }) => one),
      weeks: weeksOf(raw, from, weeks, reader, ctx.now),
      projects,
      acting: acting ?? null,
      administers,
      ...around(raw.reach, from, weeks),
    }
  },
})
