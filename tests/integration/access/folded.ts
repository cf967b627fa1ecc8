import { becameOf } from '@/lib/access/rules/became'
import { type ItemState, isLive, type State, stateOfItems } from '@/lib/access/rules/states'
import { db } from '@/lib/platform/db'
import { afterDay } from '@/lib/projects/rules/periods'
import type { Whole } from './whole'

type Folded = {
  state: State
  submitted: boolean
  applicant: string
  items: Record<string, ItemState>
  members: string[]
  grants: Record<string, { dataset: string; endsAt: string; ended: string | null }>
  /** What suspends a grant or was taken: for whom, or for everybody. */
  bars: string[]
  terms: string[]
  renewal: boolean
}

type Fact = { type: string; actorId: string | null; data: Record<string, unknown> }

const text = (value: unknown) => String(value ?? '')
const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
const endOf = (day: unknown) => afterDay(text(day)).toISOString()
const bar = (grant: unknown, kind: string, person: unknown) => `${text(grant)} ${kind} ${text(person) || 'everybody'}`

/** What came of each dataset, as the grants stand that were given for it, the oldest first. */
const itemsOf = ({ items, grants }: Folded) => {
  const given = Object.values(grants).map(({ dataset, ended }) => ({
    datasetId: dataset,
    endKind: ended,
    endReason: null,
  }))
  return Object.entries(items).map(([datasetId, state]) => becameOf({ datasetId, state }, given))
}
const mark = (one: Folded, slugs: readonly string[], as: ItemState) => {
  for (const slug of slugs) one.items[slug] = as
}
/** A request whose datasets were judged: where one waits it stays where it is. */
const judged = (one: Folded) => {
  const next = stateOfItems(itemsOf(one))
  if (next !== 'submitted') one.state = next
}

function changed(one: Folded, added: readonly string[], removed: readonly string[]) {
  mark(one, added, 'requested')
  if (one.submitted) mark(one, removed, 'removed')
  else for (const slug of removed) delete one.items[slug]
  if (one.state === 'submitted' || one.state === 'approved')
    one.state = stateOfItems(itemsOf(one).filter((state) => state !== 'removed'))
}

function ended(one: Folded, grant: string, how: string) {
  const found = one.grants[grant]
  if (found) found.ended = how
  const runs = Object.values(one.grants).some((each) => each.ended === null)
  const waits = Object.values(one.items).includes('requested')
  if (how === 'revoked' && isLive(one.state) && !runs && !waits) one.state = 'revoked'
}

function reopened(one: Folded, as: State, slugs: readonly string[]) {
  one.state = as
  for (const slug of slugs) if (one.items[slug] !== 'removed') one.items[slug] = 'requested'
}

const steps: Record<string, (one: Folded, data: Record<string, unknown>, actor: string) => void> = {
  'request-submitted': (one) => {
    Object.assign(one, { state: 'submitted', submitted: true })
    judged(one)
  },
  'request-returned': (one) => Object.assign(one, { state: 'returned' }),
  'request-withdrawn': (one) => Object.assign(one, { state: 'withdrawn' }),
  'request-resumed': (one) => reopened(one, 'draft', Object.keys(one.items)),
  'request-closed': (one) => Object.assign(one, { state: 'closed' }),
  // Told of one that somebody else has ended it changes no state.
  'request-closed-out': (one) => Object.assign(one, isLive(one.state) ? { state: 'closed' } : {}),
  'request-reopened': (one, { datasets }) => reopened(one, 'submitted', list(datasets)),
  'datasets-changed': (one, { added, removed }) => changed(one, list(added), list(removed)),
  'datasets-approved': (one, { datasets }) => {
    mark(one, list(datasets), 'approved')
    judged(one)
  },
  'datasets-refused': (one, { datasets }) => {
    mark(one, list(datasets), 'rejected')
    judged(one)
  },
  'grant-given': (one, { grant, dataset, until }) => {
    one.grants[text(grant)] = { dataset: text(dataset), endsAt: endOf(until), ended: null }
    judged(one)
  },
  'grant-extended': (one, { grant, until, wish }) => {
    Object.assign(one.grants[text(grant)] ?? {}, { endsAt: endOf(until) })
    one.renewal = wish === 'open'
  },
  'grant-ended': (one, { grant, how }) => ended(one, text(grant), text(how)),
  'grant-suspended': (one, { grant, person }) => one.bars.push(bar(grant, 'suspended', person)),
  'suspension-reached': (one, { grant, person }) => one.bars.push(bar(grant, 'suspended', person)),
  // Several acts may suspend the same: one of them is lifted.
  'suspension-lifted': (one, { grant, person }) => {
    const at = one.bars.indexOf(bar(grant, 'suspended', person))
    if (at >= 0) one.bars.splice(at, 1)
  },
  'grant-taken-from-person': (one, { grant, person }) => one.bars.push(bar(grant, 'revoked', person)),
  'member-joined': (one, _, actor) => one.members.push(actor),
  'member-added': (one, { person }) => one.members.push(text(person)),
  'member-removed': (one, { person }) => {
    one.members = one.members.filter((member) => member !== person)
  },
  'member-left': (one, _, actor) => {
    one.members = one.members.filter((member) => member !== actor)
  },
  'applicant-changed': (one, { person }) => Object.assign(one, { applicant: text(person) }),
  'terms-added': (one, { subject }) => one.terms.push(text(subject)),
  'renewal-asked': (one) => Object.assign(one, { renewal: true }),
  'renewal-declined': (one, { wish }) => Object.assign(one, { renewal: wish === 'open' }),
}

const begun = ({ actorId, data }: Fact): Folded => ({
  state: 'draft',
  submitted: false,
  applicant: actorId ?? '',
  items: Object.fromEntries(list(data.datasets).map((slug) => [slug, 'requested' as const])),
  members: [actorId ?? ''],
  grants: {},
  bars: [],
  terms: [],
  renewal: false,
})

/** A request as its journal alone tells it; null: it was thrown away, or never was. */
export async function foldedFrom(request: string): Promise<Folded | null> {
  const where = { stream: `request:${request}` }
  const facts = (await db().event.findMany({ where, orderBy: { seq: 'asc' } })) as unknown as Fact[]
  let one: Folded | null = null
  for (const fact of facts) {
    const type = fact.type.replace('access.', '')
    if (type === 'request-begun') one = begun(fact)
    else if (type === 'draft-deleted') one = null
    else if (one) steps[type]?.(one, fact.data, fact.actorId ?? '')
  }
  return one && sorted(one)
}

const sorted = (one: Folded): Folded => ({
  ...one,
  members: one.members.toSorted(),
  bars: one.bars.toSorted(),
  terms: one.terms.toSorted(),
})

/** The same of the rows. */
export function foldedRows(row: Whole): Folded {
  const slugOf = new Map(row.items.map(({ dataset_id, slug }) => [dataset_id, slug]))
  const grants = row.grants.map(({ id, dataset_id, ends_at, end_kind }) => {
    const dataset = slugOf.get(dataset_id) ?? ''
    return [id, { dataset, endsAt: new Date(ends_at).toISOString(), ended: end_kind }] as const
  })
  const bars = row.grants.flatMap(({ id, bars: all }) =>
    all.filter(({ lifted_at }) => lifted_at === null).map(({ kind, person_id }) => bar(id, kind, person_id)),
  )
  return sorted({
    state: row.state as State,
    submitted: row.submitted_at !== null,
    applicant: row.applicant_id,
    items: Object.fromEntries(row.items.map(({ slug, state }) => [slug, state as ItemState])),
    members: row.members.map(({ person_id }) => person_id),
    grants: Object.fromEntries(grants),
    bars,
    terms: row.terms.map(({ subject }) => subject),
    renewal: row.renewals.some(({ state }) => state === 'open'),
  })
}

/** Whether a grant of this dataset may run, as far as its request goes: it was approved, and the request lives. */
export const mayRun = (one: Folded, dataset: string): boolean => isLive(one.state) && one.items[dataset] === 'approved'
