import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deleteDraft, handOver } from '@/lib/access/commands/copies'
import { approveDatasets, rejectDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { inviteMember } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation } from '@/lib/access/commands/members'
import { requestReview } from '@/lib/access/commands/reviews'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { submitRequest } from '@/lib/access/commands/submission'
import { isMove, moves, type Role, type State, verbs, verbsOf } from '@/lib/access/rules/states'
import { turnOf } from '@/lib/access/rules/turn'
import { accessTicket } from '@/lib/access/store/invitations'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, later } from '../identity/people'
import { foldedFrom, foldedRows, mayRun } from './folded'
import { approvalOf, draft, reason, rowOf, until, world } from './requests'
import { type Act, attempted, could, everybody, type Scene, scene, tried, type Who } from './scene'
import { type Whole, wholeOf } from './whole'

/** Something that is tried: one of what the state lets somebody do, of that one that moves it on (or a sequence would go nowhere), or anything by anybody. */
type Attempt = { n: number } & ({ how: 'likely' | 'moving' } | { who: Who; act: Act })
const n = fc.nat(9973)
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ n, how: fc.constant('likely' as const) }) },
  { weight: 2, arbitrary: fc.record({ n, how: fc.constant('moving' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      n,
      who: fc.constantFrom(...everybody),
      act: fc.constantFrom<Act>('join', ...verbs.filter((verb) => verb !== 'delete-draft')),
    }),
  },
)

const sides: readonly (readonly [Who, readonly Role[]])[] = [
  ['petra', ['applicant', 'member']],
  ['dana', ['applicant', 'member']],
  ['emil', ['member']],
  ['handler', ['handler']],
  ['hugo', ['handler']],
  ['reviewer', ['reviewer']],
  ['decider', ['decider']],
]
const moving = new Set<Act>([
  ...Object.values(moves).flatMap((to) => Object.values(to).flat()),
  'request-decision',
  'decide',
  'suspend',
])
const seldom: readonly Act[] = ['delete-draft', 'close', 'withdraw', 'close-out', 'revoke']

/** What is tried in this state, by whom. What ends everything is tried less often. */
function drawn(one: Attempt, state: State): { who: Who; act: Act } {
  if ('who' in one) return one
  const likely = sides.flatMap(([who, roles]) => verbsOf(state, roles).map((act) => ({ who, act: act as Act })))
  const wanted = [...likely, { who: 'emil' as const, act: 'join' as const }]
    .filter(({ act }) => one.how === 'likely' || moving.has(act))
    .filter(({ act }) => !seldom.includes(act) || one.n % 5 === 0)
  return wanted[one.n % wanted.length] ?? { who: 'petra', act: 'submit' }
}

/** How far a request has come before anything random happens to it. */
const beginnings = ['draft', 'submitted', 'asked', 'half', 'approved', 'returned', 'rejected'] as const
type Beginning = (typeof beginnings)[number]

async function begun(w: Scene, from: Beginning): Promise<string> {
  const request = await draft(w)
  const { invitation } = (await inviteMember(as(w.petra), { request, email: `${newId()}@example.org` })) as {
    invitation?: string
  }
  await acceptAccessInvitation(as(w.people.dana), { ticket: accessTicket(invitation ?? '') })
  if (from === 'draft') return request
  await submitRequest(as(w.petra), { request })
  if (from === 'asked') {
    await requestReview(as(w.handler), { request })
    await requestDecision(as(w.handler), { request })
  }
  if (from === 'half') await approveDatasets(as(w.hugo), { request, until })
  if (from === 'approved') for (const one of [w.handler, w.hugo]) await approveDatasets(as(one), { request, until })
  if (from === 'returned') await returnRequest(as(w.handler), { request, reason })
  if (from === 'rejected')
    for (const one of [w.handler, w.hugo]) await rejectDatasets(as(one), { request, ground: 'other', reason })
  return request
}

/** What must hold of a request at any time. */
function expectWhole(row: Whole): void {
  const state = row.state as State
  const open = (kind: string) => row.tasks.filter((task) => task.kind === kind && task.state === 'open').length
  const decisions = row.rounds.filter(({ closed_at }) => closed_at === null).length
  const renewal = row.renewals.some((one) => one.state === 'open')
  expect(row.turn).toBe(turnOf({ state, reviews: open('review'), decisions, renewal }))
  expect(row.turns.filter((turn) => turn.until === null)).toMatchObject([{ turn: row.turn }])
  if (state !== 'submitted') expect([open('review'), open('decision'), decisions]).toEqual([0, 0, 0])
  // Whoever waits waits for something, and what was approved is in use, or can be again.
  const states = row.items.map((item) => item.state)
  if (state === 'submitted') expect(states).toContain('requested')
  if (state === 'approved') {
    expect(states).not.toContain('requested')
    expect(row.grants.filter(({ ended_at }) => ended_at === null)).not.toEqual([])
  }
  // What was decided before a draft was taken up again decides nothing of it.
  if (state === 'draft') expect(row.rounds.filter(({ set_aside_at }) => set_aside_at === null)).toEqual([])
  const running = row.grants.filter(({ ended_at }) => ended_at === null).map(({ dataset_id }) => dataset_id)
  expect(new Set(running).size).toBe(running.length)
  const folded = foldedRows(row)
  for (const item of row.items) {
    const newest = row.grants.filter(({ dataset_id }) => dataset_id === item.dataset_id).at(-1)
    // A grant runs exactly while its dataset is approved in a request that lives, unless it alone was taken away, or ended with a
    // request that the handler of another dataset has reopened.
    const runs = mayRun(folded, item.slug) && newest?.end_kind !== 'revoked' && newest?.end_kind !== 'closed'
    expect([item.slug, running.includes(item.dataset_id)]).toEqual([item.slug, runs])
  }
}

/** A handler judges, grants, takes away, ends and reopens nothing of what another handles. */
function expectOwn(before: Whole, after: Whole, handled: readonly string[]): void {
  const judged = ({ items, grants }: Whole) => ({
    items: items.filter(({ slug }) => !handled.includes(slug)).map(({ slug, state }) => [slug, state]),
    grants: grants.filter(({ dataset_id }) =>
      items.some((item) => item.dataset_id === dataset_id && !handled.includes(item.slug)),
    ),
  })
  expect(judged(after)).toEqual(judged(before))
}

async function expectStep(one: { who: Who; act: Act }, before: Whole, after: Whole | null, w: Scene): Promise<void> {
  expect([one.who, one.act, could(one.who)(one.act)]).toEqual([one.who, one.act, true])
  if (after === null) return expect(one.act).toBe('delete-draft')
  if (one.act === 'join') return expect(after.state).toBe(before.state)
  expect([one.act, isMove(before.state as State, after.state as State, one.act)]).toEqual([one.act, true])
  if (one.who === 'handler') expectOwn(before, after, w.slugs.slice(0, 2))
  if (one.who === 'hugo') expectOwn(before, after, w.slugs.slice(2))
}

/** The journal of each request, folded, tells the same as its rows; of one that was thrown away, that there is none. */
async function expectFolded(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const row = await wholeOf(id)
    expect(await foldedFrom(id)).toEqual(row && foldedRows(row))
  }
}

const idsOf = async ({ project, receiving }: Scene): Promise<string[]> => {
  const where = { projectId: { in: [project.id, receiving.id] } }
  return (await db().accessRequest.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

test('whatever is tried by whomever, the table is the only way from state to state, nobody outside ever succeeds, and the journal folds to the rows', async () => {
  const w = await scene()
  const done = new Set<Act>()
  const reached = new Set<string>()
  let succeeded = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.array(attempt, { minLength: 12, maxLength: 22, size: 'max' }),
      async (from, sequence) => {
        const known = await idsOf(w)
        const request = await begun(w, from)
        let row: Whole | null = await wholeOf(request)
        if (row) reached.add(row.state)
        for (const [i, { n: number, ...rest }] of sequence.entries()) {
          if (row === null) break
          const before: Whole = row
          const one = { ...drawn({ n: number, ...rest } as Attempt, before.state as State), n: number }
          const allowed = await attempted(tried(one, before, w, i + 1))
          row = await wholeOf(request)
          if (allowed) {
            succeeded += 1
            done.add(one.act)
            await expectStep(one, before, row, w)
          } else expect(row).toEqual(before)
          if (row) expectWhole(row)
          if (row) reached.add(row.state)
        }
        const fresh = (await idsOf(w)).filter((id) => !known.includes(id))
        await expectFolded([request, ...fresh])
        for (const id of fresh) await attempted(deleteDraft(as(w.petra), { request: id }))
        await expectFolded(fresh)
      },
    ),
    // Whatever is drawn, each beginning is one of them.
    {
      numRuns: 28 + beginnings.length,
      endOnFailure: true,
      examples: beginnings.map((from): [Beginning, Attempt[]] => [from, []]),
    },
  )
  expect(succeeded).toBeGreaterThan(120)
  expect(reached.size).toBeGreaterThan(5)
  expect(done.size).toBeGreaterThan(22)
}, 300_000)

test('a hand-over folds as well: what it ends, and what it begins', async () => {
  const w = await scene()
  const request = await draft(w)
  await submitRequest(as(w.petra), { request })
  for (const handler of [w.handler, w.hugo]) await approveDatasets(as(handler), { request, until })
  const { to } = (await handOver(as(w.petra), { request, project: w.receiving.slug })) as { to?: { id: string } }
  const next = to?.id ?? ''
  const approval = await approvalOf(w.receiving, w.slugs)
  await saveDraft(as(w.petra), { request: next, wantedUntil: until, ethicsApproval: approval })
  await submitRequest(as(w.petra), { request: next })
  for (const handler of [w.handler, w.hugo]) await approveDatasets(as(handler), { request: next, until })
  await expectFolded([request, next])
  expect([(await wholeOf(request))?.state, (await wholeOf(next))?.state]).toEqual(['closed', 'approved'])
})

test('the database itself knows no other way', async () => {
  const w = await world()
  const request = await draft(w)
  const jump = (state: string) =>
    db().accessRequest.update({ where: { id: request }, data: { state, submittedAt: later(0), reason } })
  for (const state of ['approved', 'rejected', 'closed', 'revoked', 'returned', 'withdrawn'])
    await expect(jump(state)).rejects.toThrow('cannot go from draft')
  const [item] = (await rowOf(request)).items
  const grant = {
    id: request,
    requestId: request,
    datasetId: item?.datasetId ?? '',
    startsAt: later(0),
    endsAt: later(1000),
  }
  await expect(db().accessGrant.create({ data: { ...grant, createdAt: later(0) } })).rejects.toThrow('was not approved')
})

const taskOf = (row: Awaited<ReturnType<typeof rowOf>>, who: string) =>
  row.tasks.find((task) => task.personId === who && task.state === 'open')?.id ?? row.id

test('many who press at once decide once', async () => {
  const w = await world({ flow: { decidedBy: 'deciders', rule: 'one', quorum: 1 } })
  const request = await draft(w)
  await submitRequest(as(w.petra), { request })
  const opened = await Promise.all(
    Array.from({ length: 8 }, () => attempted(requestDecision(as(w.handler), { request }))),
  )
  expect(opened.filter(Boolean)).toHaveLength(1)
  const row = await rowOf(request)
  expect([row.rounds.length, row.tasks.length]).toEqual([1, 3])
  const answers = w.deciders.map((one) =>
    attempted(decide(as(one), { request, task: taskOf(row, one.id), answer: 'approve', text: null })),
  )
  expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(1)
  const wish = { request, datasets: w.slugs, until }
  const approvals = Array.from({ length: 8 }, () => attempted(approveDatasets(as(w.handler), wish)))
  expect((await Promise.all(approvals)).filter(Boolean)).toHaveLength(1)
  expect((await rowOf(request)).grants).toHaveLength(1)
})
