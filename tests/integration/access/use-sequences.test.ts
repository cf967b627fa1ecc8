import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendGrants } from '@/lib/access/commands/grants'
import { removeMember } from '@/lib/access/commands/members'
import { liftSuspension, revokeGrants, suspendGrant } from '@/lib/access/commands/revocations'
import { settleUse } from '@/lib/access/commands/settle-use'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { hideDataset, showDataset } from '@/lib/catalogue/commands/change-visibility'
import { withdrawDataset } from '@/lib/catalogue/commands/withdraw-dataset'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { Refused } from '@/lib/platform/refusal'
import { as, somebody } from '../identity/people'
import { system } from '../projects/projects'
import { approvalOf, approved, reason, rowOf, world } from './requests'
import { connected, deliveriesTo } from './systems'

const day = 86_400_000
const start = new Date()
const at = (days: number) => new Date(start.getTime() + days * day)
const dayAt = (days: number) => at(days).toISOString().slice(0, 10)

/** What can happen to a grant and to what is under it. A command that is refused changes nothing; the rows of others are written as they would stand. */
const happenings = [
  'suspend',
  'suspend-emil',
  'lift',
  'extend',
  'revoke',
  'take-from-emil',
  'remove-emil',
  'add-emil',
  'end-project',
  'renew-project',
  'close-account',
  'open-account',
  'hide-dataset',
  'show-dataset',
  'withdraw-dataset',
  'wait',
  'wait-long',
] as const
type Happening = (typeof happenings)[number]

/** What cannot be mended comes less often: after it nothing else changes anything. */
const final: readonly Happening[] = ['revoke', 'withdraw-dataset', 'take-from-emil']
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...happenings.filter((one) => !final.includes(one))) },
  { weight: 1, arbitrary: fc.constantFrom(...final) },
)

async function scene() {
  const w = await world()
  const approval = await approvalOf(w.project, w.slugs, { endsOn: dayAt(70) })
  const request = await approved({ ...w, approval }, start)
  const { id: grant = '', datasetId = '' } = (await rowOf(request)).grants[0] ?? {}
  const emil = { requestId: request, personId: w.emil.id }
  const project = (state: string) => db().project.update({ where: { id: w.project.id }, data: { state } })
  const account = (deactivatedAt: Date | null) =>
    db().person.update({ where: { id: w.emil.id }, data: { deactivatedAt } })
  const steward = await somebody({ roles: ['data-steward'] })
  const dataset = async (act: typeof showDataset | typeof hideDataset | typeof withdrawDataset, { now }: Context) => {
    const { slug, revision: expectedRevision } = await db().dataset.findUniqueOrThrow({ where: { id: datasetId } })
    return act(as(steward, now), { slug, expectedRevision, reason })
  }
  const acts: Record<Exclude<Happening, 'wait' | 'wait-long'>, (ctx: Context) => Promise<unknown>> = {
    suspend: (ctx) => suspendGrant(ctx, { request, grant, reason }),
    'suspend-emil': (ctx) => suspendGrant(ctx, { request, grant, reach: 'person', person: w.emil.id, reason }),
    lift: async (ctx) => {
      const standing = { grantId: grant, kind: 'suspended', liftedAt: null }
      const bar = await db().accessBar.findFirst({ where: standing, orderBy: { id: 'asc' } })
      return liftSuspension(ctx, { request, grant, bar: bar?.id })
    },
    extend: (ctx) => extendGrants(ctx, { request, until: dayAt(800) }),
    revoke: (ctx) => revokeGrants(ctx, { request, reach: 'grant', reason }),
    'take-from-emil': (ctx) => revokeGrants(ctx, { request, reach: 'person', person: w.emil.id, reason }),
    'remove-emil': (ctx) => removeMember(ctx, { request, person: w.emil.id, reason }),
    'add-emil': (ctx) => db().accessMember.createMany({ data: [{ ...emil, joinedAt: ctx.now }], skipDuplicates: true }),
    'end-project': () => project('ended'),
    'renew-project': () => project('active'),
    'close-account': () => account(start),
    'open-account': () => account(null),
    'hide-dataset': (ctx) => dataset(hideDataset, ctx),
    'show-dataset': (ctx) => dataset(showDataset, ctx),
    'withdraw-dataset': (ctx) => dataset(withdrawDataset, ctx),
  }
  return { ...w, request, grant, acts }
}

type Scene = Awaited<ReturnType<typeof scene>>

/** What the journal tells of who may, folded; and what a system that hears everything believes. */
async function believed({ request, grant }: Scene, systemId: string) {
  const facts = await db().event.findMany({ where: { stream: `request:${request}` }, orderBy: { seq: 'asc' } })
  const journal = new Map<string, boolean>()
  for (const { type, data } of facts) {
    const { person = '' } = data as { person?: string }
    if (type === 'access.use-began') {
      expect(journal.get(person) ?? false).toBe(false)
      journal.set(person, true)
    }
    if (type === 'access.use-ended') journal.set(person, false)
  }
  const heard = new Map<string, { may: boolean; sequence: number }>()
  for (const { grantId, personId, kind, sequence } of await deliveriesTo(systemId)) {
    if (grantId !== grant) continue
    expect(sequence).toBe((heard.get(personId)?.sequence ?? 0) + 1)
    heard.set(personId, { may: kind === 'grant.given' || kind === 'grant.changed', sequence })
  }
  return { journal, heard }
}

/** That everybody who is told of the grant is told what the verdict says at that moment. */
async function expectTold(one: Scene, systemId: string, now: Date): Promise<void> {
  const { journal, heard } = await believed(one, systemId)
  const uses = new Map(
    (await db().accessUse.findMany({ where: { grantId: one.grant } })).map((use) => [use.personId, use]),
  )
  for (const person of [one.petra, one.emil]) {
    const verdict = await accessVerdict(as(person, now), { dataset: one.slugs[0] }).then(
      (read) => read.verdict.may,
      (error) => {
        if (error instanceof Refused) return false
        throw error
      },
    )
    const told = [
      uses.get(person.id)?.may ?? false,
      journal.get(person.id) ?? false,
      heard.get(person.id)?.may ?? false,
    ]
    expect([person.name, ...told]).toEqual([person.name, verdict, verdict, verdict])
  }
}

test('whatever happens to a grant and under it, rows, journal and systems say what the verdict says', async () => {
  const { id } = await connected('http://localhost:9/hook')
  let refused = 0
  let changed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 14, size: 'max' }), async (course) => {
      const one = await scene()
      let days = 0
      await settleUse(system(at(days)), { request: one.request })
      for (const each of course) {
        if (each === 'wait') days += 3
        else if (each === 'wait-long') days += 40
        else
          await one.acts[each](as(one.handler, at(days))).catch((error) => {
            if (!(error instanceof Refused)) throw error
            refused += 1
          })
        const { told } = await settleUse(system(at(days)), { request: one.request })
        changed += told
        await expectTold(one, id, at(days))
      }
    }),
    { numRuns: 15, endOnFailure: true },
  )
  expect(changed).toBeGreaterThan(15)
  expect(refused).toBeGreaterThan(0)
}, 240_000)
