import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeDatasets } from '@/lib/access/commands/datasets'
import { approveDatasets, closeRequest, rejectDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { closeOutRequest } from '@/lib/access/commands/ending'
import { askRenewal, extendGrants } from '@/lib/access/commands/grants'
import { remark } from '@/lib/access/commands/remarks'
import { requestReview, review } from '@/lib/access/commands/reviews'
import { revokeGrants } from '@/lib/access/commands/revocations'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { reopenRequest, resumeRequest, submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import { isMove, type Role, type State, type Verb, verbsOf } from '@/lib/access/rules/states'
import { turnOf } from '@/lib/access/rules/turn'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { Refused } from '@/lib/platform/refusal'
import { as, later, somebody } from '../identity/people'
import { draft, reason, rowOf, until, type World, world } from './requests'

type Who = 'petra' | 'emil' | 'handler' | 'reviewer' | 'decider' | 'stranger' | 'foreign'
const everybody: Who[] = ['petra', 'emil', 'handler', 'reviewer', 'decider', 'stranger', 'foreign']

type Row = Awaited<ReturnType<typeof rowOf>>
type Act = (ctx: Context, of: { request: string; row: Row; w: World; who: string }) => Promise<unknown>

const taskOf = (row: Row, kind: string, who: string) =>
  row.tasks.find((task) => task.kind === kind && task.personId === who && task.state === 'open')?.id ?? row.id
const answer = { answer: 'approve', text: null }

/** What somebody tries, by its verb. */
const acts: Partial<Record<Verb, Act>> = {
  'save-draft': (ctx, { request }) => saveDraft(ctx, { request, title: `Nodes ${ctx.now.getTime()}` }),
  submit: (ctx, { request }) => submitRequest(ctx, { request }),
  withdraw: (ctx, { request }) => withdrawRequest(ctx, { request }),
  resume: (ctx, { request }) => resumeRequest(ctx, { request }),
  remark: (ctx, { request }) => remark(ctx, { request, text: 'Well' }),
  'request-review': (ctx, { request }) => requestReview(ctx, { request }),
  review: (ctx, { request, row, who }) => review(ctx, { request, task: taskOf(row, 'review', who), ...answer }),
  'request-decision': (ctx, { request }) => requestDecision(ctx, { request }),
  decide: (ctx, { request, row, who }) => decide(ctx, { request, task: taskOf(row, 'decision', who), ...answer }),
  return: (ctx, { request }) => returnRequest(ctx, { request, reason }),
  approve: (ctx, { request, w }) => approveDatasets(ctx, { request, datasets: w.slugs.slice(0, 1), until }),
  reject: (ctx, { request, w }) =>
    rejectDatasets(ctx, { request, datasets: w.slugs.slice(1), ground: 'other', reason }),
  close: (ctx, { request }) => closeRequest(ctx, { request, reason }),
  reopen: (ctx, { request }) => reopenRequest(ctx, { request, reason }),
  revoke: (ctx, { request }) => revokeGrants(ctx, { request, reason }),
  extend: (ctx, { request }) => extendGrants(ctx, { request, until: '2028-01-31' }),
  'ask-renewal': (ctx, { request }) => askRenewal(ctx, { request, until: '2028-01-31', reason }),
  'close-out': (ctx, { request }) => closeOutRequest(ctx, { request, outcome: 'completed', report: 'Done' }),
  'change-datasets': (ctx, { request, w }) => changeDatasets(ctx, { request, add: w.slugs }),
}
const verbs = Object.keys(acts) as Verb[]

/** Who could ever do what: by hand, so that the table of states is judged by something else than itself. */
const byHub: readonly Verb[] = [
  'request-review',
  'request-decision',
  'return',
  'approve',
  'reject',
  'close',
  'reopen',
  'revoke',
  'extend',
]
const could: Record<Who, (verb: Verb) => boolean> = {
  petra: (verb) => !byHub.includes(verb) && verb !== 'review' && verb !== 'decide',
  emil: () => false,
  handler: (verb) => byHub.includes(verb) || verb === 'remark' || verb === 'change-datasets',
  reviewer: (verb) => verb === 'review' || verb === 'remark',
  decider: (verb) => verb === 'decide' || verb === 'remark',
  stranger: () => false,
  foreign: () => false,
}

/** Something that is tried: whatever is drawn, or (or a sequence of some length would go nowhere) one of what the state lets somebody do. */
type Attempt = { who: Who; verb: Verb } | { nth: number }
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ nth: fc.nat(97) }) },
  { weight: 1, arbitrary: fc.record({ who: fc.constantFrom(...everybody), verb: fc.constantFrom(...verbs) }) },
)

const sides: Record<string, readonly Role[]> = {
  petra: ['applicant', 'member'],
  handler: ['handler'],
  reviewer: ['reviewer'],
  decider: ['decider'],
}

/** What is tried in this state. */
function drawn(one: Attempt, state: State): { who: Who; verb: Verb } {
  if ('who' in one) return one
  const likely = Object.entries(sides).flatMap(([who, roles]) =>
    verbsOf(state, roles)
      .filter((verb) => verbs.includes(verb))
      .map((verb) => ({ who: who as Who, verb })),
  )
  return likely[one.nth % likely.length] ?? { who: 'petra', verb: 'submit' }
}

const snapshot = async (request: string) => JSON.stringify([await rowOf(request), await db().event.count()])

/** Tries it; whether it was allowed. */
async function attempted(act: Promise<unknown>): Promise<boolean> {
  try {
    await act
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** What must hold of a request at any time. */
async function expectWhole(request: string): Promise<void> {
  const row = await rowOf(request)
  const state = row.state as State
  const renewal = (await db().accessRenewal.count({ where: { requestId: request, state: 'open' } })) > 0
  const open = (kind: string) => row.tasks.filter((task) => task.kind === kind && task.state === 'open').length
  const decisions = row.rounds.filter(({ closedAt }) => closedAt === null).length
  expect(row.turn).toBe(turnOf({ state, reviews: open('review'), decisions, renewal }))
  expect(row.turns.filter((turn) => turn.until === null)).toMatchObject([{ turn: row.turn }])
  for (const grant of row.grants.filter(({ endedAt }) => endedAt === null)) {
    const item = row.items.find(({ datasetId }) => datasetId === grant.datasetId)
    expect([item?.state, ['submitted', 'returned', 'approved'].includes(state)]).toEqual(['approved', true])
  }
  const granted = new Set(row.grants.filter(({ endedAt }) => endedAt === null).map(({ datasetId }) => datasetId))
  expect(
    row.items.filter((item) => item.state === 'approved' && !granted.has(item.datasetId)).length === 0 ||
      !['submitted', 'returned', 'approved'].includes(state),
  ).toBe(true)
}

const facts: Partial<Record<string, State>> = {
  'access.request-submitted': 'submitted',
  'access.request-returned': 'returned',
  'access.request-withdrawn': 'withdrawn',
  'access.request-resumed': 'draft',
  'access.request-closed': 'closed',
  'access.request-closed-out': 'closed',
  'access.request-revoked': 'revoked',
  'access.request-reopened': 'submitted',
}

/** The journal, folded, tells of the same state as the row wherever a fact says the state by itself. */
async function expectFolded(request: string): Promise<void> {
  const events = await db().event.findMany({ where: { stream: `request:${request}` }, orderBy: { seq: 'asc' } })
  const judged = ['access.datasets-approved', 'access.datasets-refused', 'access.datasets-changed']
  let state: State | null = 'draft'
  for (const { type } of events) state = facts[type] ?? (judged.includes(type) ? null : state)
  const row = await rowOf(request)
  if (state !== null) expect(row.state).toBe(state)
}

test('whatever is tried by whomever, the table is the only way from state to state, and nobody outside ever succeeds', async () => {
  const w = await world({ n: 2, flow: { rule: 'one', quorum: 1 } })
  const people = {
    petra: w.petra,
    emil: w.emil,
    handler: w.handler,
    reviewer: w.reviewer,
    decider: w.deciders[0] ?? w.handler,
    stranger: await somebody(),
    foreign: await somebody({ roles: ['request-handler', 'reviewer', 'decider'] }),
  }
  let succeeded = 0
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 10, maxLength: 22, size: 'max' }), async (sequence) => {
      const request = await draft(w)
      for (const [i, one] of sequence.entries()) {
        const before = await rowOf(request)
        const { who, verb } = drawn(one, before.state as State)
        const was = await snapshot(request)
        const act = acts[verb] as Act
        const ctx = as(people[who], later(1000 * (i + 1)))
        const done = await attempted(act(ctx, { request, row: before, w, who: people[who].id }))
        if (done) {
          succeeded += 1
          expect(could[who](verb)).toBe(true)
          expect(isMove(before.state as State, (await rowOf(request)).state as State, verb)).toBe(true)
        } else expect(await snapshot(request)).toBe(was)
        await expectWhole(request)
        reached.add((await rowOf(request)).state)
      }
      await expectFolded(request)
    }),
    { numRuns: 25 },
  )
  expect(succeeded).toBeGreaterThan(80)
  expect(reached.size).toBeGreaterThan(4)
}, 300_000)

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
    attempted(decide(as(one), { request, task: taskOf(row, 'decision', one.id), ...answer })),
  )
  expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(1)
  const wish = { request, datasets: w.slugs, until }
  const approvals = Array.from({ length: 8 }, () => attempted(approveDatasets(as(w.handler), wish)))
  expect((await Promise.all(approvals)).filter(Boolean)).toHaveLength(1)
  expect((await rowOf(request)).grants).toHaveLength(1)
})
