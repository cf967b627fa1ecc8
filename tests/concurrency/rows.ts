// What the rows say otherwise than the journal does.
import type { Evidence } from './evidence'
import { cellOf, type Ledger, type Share, type Violation } from './ledger'

const differ = (text: string): Violation => ({ rule: 'rows-differ', text })

interface Row {
  id: string
  of: string
  slot: string
  week: string
  state: string
  stands: boolean
}

function sharesDiffer(kind: string, rows: readonly Row[], told: ReadonlyMap<string, Share>, ledger: Ledger) {
  const found = rows.flatMap((row) => {
    const share = told.get(row.id)
    const said = `${row.of} ${cellOf(row)} ${row.state}`
    const journal = share && `${share.of} ${cellOf(share)} ${share.state}`
    const isThere = share !== undefined && ledger.standing.get(cellOf(share)) === share
    return [
      ...(said === journal ? [] : [`${kind} ${row.id}: the row says ${said}, the journal ${journal ?? 'nothing'}`]),
      ...(!share || row.stands === isThere
        ? []
        : [`${kind} ${row.id} ${row.stands ? 'stands' : 'does not stand'} in its slot week`]),
    ]
  })
  const ids = new Set(rows.map(({ id }) => id))
  const missing = [...told.keys()].filter((id) => !ids.has(id)).map((id) => `${kind} ${id} has no row`)
  return [...found, ...missing].map(differ)
}

function placesDiffer({ places }: Evidence, { queues }: Ledger): Violation[] {
  const found = places.flatMap((row) => {
    const place = queues.places.get(row.id)
    const said = `${row.projectId} ${cellOf(row)} ${row.state}`
    const journal = place && `${place.project} ${cellOf(place)} ${place.state}`
    return said === journal ? [] : [`place ${row.id}: the row says ${said}, the journal ${journal ?? 'nothing'}`]
  })
  const ids = new Set(places.map(({ id }) => id))
  const missing = [...queues.places.keys()].filter((id) => !ids.has(id)).map((id) => `place ${id} has no row`)
  return [...found, ...missing].map(differ)
}

/** What the database counts for each project in the end, and what the journal makes of it. */
const miscounted = ({ projects }: Evidence, ledger: Ledger): Violation[] =>
  projects.flatMap(({ id, used, at }) => {
    const told = ledger.usedBy(id, at)
    const text = `project ${id} uses ${used} GPU weeks in the end, and ${told} by the journal`
    return told === used ? [] : [{ rule: 'miscounted' as const, text }]
  })

/** Compares what the ledger was told with the rows. */
export function compareRows(evidence: Evidence, ledger: Ledger): Violation[] {
  const shares = [...ledger.shares]
  const holdStates = ['open', 'claimed', 'declined', 'passed']
  const ofKind = (isHold: boolean) => new Map(shares.filter(([, { state }]) => holdStates.includes(state) === isHold))
  const weeks = evidence.rows.map((row) => ({ ...row, of: row.bookingId }))
  const holds = evidence.holds.map((row) => ({ ...row, of: row.placeId }))
  return [
    ...sharesDiffer('booked week', weeks, ofKind(false), ledger),
    ...sharesDiffer('hold', holds, ofKind(true), ledger),
    ...placesDiffer(evidence, ledger),
    ...miscounted(evidence, ledger),
  ]
}
