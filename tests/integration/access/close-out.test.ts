import { beforeAll, expect, test } from 'vitest'
import { handOver } from '@/lib/access/commands/copies'
import { approveDatasets, closeRequest, rejectDatasets } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { closeOutRequest } from '@/lib/access/commands/ending'
import { remindCloseOut } from '@/lib/access/commands/remind'
import { settleRetention } from '@/lib/access/commands/retention'
import { revokeGrants } from '@/lib/access/commands/revocations'
import { reopenRequest, resumeRequest, submitRequest, withdrawRequest } from '@/lib/access/commands/submission'
import { remindersDue } from '@/lib/access/queries/for-reactions'
import { oneRequest } from '@/lib/access/queries/request'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { pdf } from '../agreements/files'
import { projectOf } from '../agreements/projects'
import { mailsTo, react } from '../identity/mails'
import { as, later, noon, somebody } from '../identity/people'
import { system } from '../projects/projects'
import {
  approvalOf,
  approved,
  codeOf,
  factsOf,
  reason,
  rowOf,
  stateOf,
  submitted,
  until,
  type World,
  world,
} from './requests'

const told = { outcome: 'completed', report: 'Nodes were graded', copies: 'One, in the vault' }
const day = 86_400_000
let w: World
beforeAll(async () => {
  w = await world()
})

const lacksOf = async (request: string, who: Person = w.handler) =>
  (await oneRequest(as(who), { request })).closeOutLacks
const tell = (request: string, more: object = {}, who: Person = w.petra) =>
  closeOutRequest(as(who), { request, ...told, ...more })
const dueOf = async (request: string) => (await rowOf(request)).closeOutDueAt

async function revoked(): Promise<string> {
  const request = await approved(w)
  await revokeGrants(as(w.handler), { request, reason })
  return request
}

test('what became of the data is told of a revoked request, too: it stays revoked, and the hub sees what is missing', async () => {
  const request = await revoked()
  expect((await oneRequest(as(w.petra), { request })).may).toContain('close-out')
  expect([await lacksOf(request), await lacksOf(request, w.petra)]).toEqual(['owed', 'owed'])
  expect(await codeOf(tell(request, {}, w.handler))).toBe('platform.forbidden')
  expect(await codeOf(tell(request, {}, await somebody()))).toBe('platform.not-found')
  const { endedAt, endKind } = (await rowOf(request)).grants[0] ?? {}
  await tell(request)
  expect(await rowOf(request)).toMatchObject({ state: 'revoked', reason, grants: [{ endedAt, endKind }] })
  expect((await factsOf(request)).at(-1)).toBe('request-closed-out')
  expect((await oneRequest(as(w.handler), { request })).closeOut).toMatchObject({ ...told, ordinal: 1 })
  // The copies are deleted after access has ended, and the certificate of that comes then.
  expect(await lacksOf(request)).toBe('uncertified')
  await tell(request, { certificate: await pdf('Deleted', 'certificate.pdf') })
  expect([await lacksOf(request), await codeOf(tell(request))]).toEqual([null, 'access.closed-out-already'])
  const seen = await oneRequest(as(w.handler), { request })
  expect([seen.closeOut?.ordinal, seen.earlierCloseOuts.map(({ ordinal }) => ordinal)]).toEqual([2, [1]])
})

test('many who tell it with a certificate at once tell it once', async () => {
  const request = await revoked()
  const certificate = await pdf('Deleted', 'certificate.pdf')
  const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => tell(request, { certificate })))
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('so it is of one that the hub closed, that was handed over, and that was reopened and rejected or taken back', async () => {
  const closed = await approved(w)
  await closeRequest(as(w.handler), { request: closed, reason })
  const handed = await approved(w)
  const project = await projectOf(w.petra.id, { type: 'data-access', institutionName: 'Lund University' })
  const { to } = (await handOver(as(w.petra), { request: handed, project: project.slug })) as unknown as {
    to: { id: string }
  }
  const ethicsApproval = await approvalOf(project, w.slugs)
  await saveDraft(as(w.petra), { request: to.id, wantedUntil: until, ethicsApproval })
  await submitRequest(as(w.petra), { request: to.id })
  await approveDatasets(as(w.handler), { request: to.id, datasets: w.slugs, until })
  const [rejected, withdrawn] = [await revoked(), await revoked()]
  for (const request of [rejected, withdrawn]) await reopenRequest(as(w.handler), { request, reason })
  expect([await lacksOf(rejected), await dueOf(rejected)]).toEqual([null, null])
  await rejectDatasets(as(w.handler), { request: rejected, ground: 'other', reason })
  await withdrawRequest(as(w.petra), { request: withdrawn })
  const states: string[] = []
  for (const request of [closed, handed, rejected, withdrawn]) {
    expect([await lacksOf(request, w.petra), (await dueOf(request)) !== null]).toEqual(['owed', true])
    await tell(request)
    expect(await dueOf(request)).toBeNull()
    states.push(await stateOf(request))
  }
  expect(states).toEqual(['closed', 'closed', 'rejected', 'withdrawn'])
})

test('where nothing was granted nothing is owed', async () => {
  const request = await submitted(w)
  await closeRequest(as(w.handler), { request, reason })
  expect([await lacksOf(request), await dueOf(request)]).toEqual([null, null])
  expect(await codeOf(tell(request))).toBe('access.nothing-granted')
  await expect(
    db().accessRequest.update({ where: { id: await approved(w) }, data: { closeOutDueAt: noon } }),
  ).rejects.toThrow('access_request_close_out_due')
})

test('who leads the project and the handlers are reminded every thirty days, until it is told', async () => {
  const own = await world()
  const request = await approved(own)
  await revokeGrants(as(own.handler), { request, reason })
  const remind = (now: Date) => remindCloseOut(system(now), { request })
  const isDue = async (now: Date) => (await remindersDue(now)).closeOuts.includes(request)
  const [first, second] = [later(30 * day), later(60 * day)]
  expect([await isDue(new Date(first.getTime() - 1)), await isDue(first)]).toEqual([false, true])
  expect(await codeOf(remind(new Date(first.getTime() - 1)))).toBe('access.nothing-due')
  expect(await codeOf(remindCloseOut(as(own.handler, first), { request }))).toBe('platform.not-found')
  const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => remind(first)))
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect([await isDue(first), await isDue(second)]).toEqual([false, true])
  expect((await factsOf(request)).at(-1)).toBe('close-out-missing')
  await react('access.close-out-missing')
  await react('access.close-out-missing')
  const count = async ({ email }: { email: string }, words: string) =>
    (await mailsTo(email)).filter(({ text }) => text.includes(words)).length
  expect([await count(own.petra, 'Close it out'), await count(own.handler, 'They were reminded today')]).toEqual([1, 1])
  expect(await count(own.emil, 'Close it out')).toBe(0)
  await closeOutRequest(as(own.petra, later(45 * day)), { request, ...told })
  expect([await isDue(second), await codeOf(remind(second))]).toEqual([false, 'access.nothing-due'])
})

test('what became of data is noted of a request that was reopened, taken back and taken up again', async () => {
  const request = await revoked()
  const grant = (await rowOf(request)).grants[0]?.id ?? ''
  await reopenRequest(as(w.handler), { request, reason })
  await withdrawRequest(as(w.petra), { request })
  const tenYears = new Date(noon)
  tenYears.setUTCFullYear(tenYears.getUTCFullYear() + 10)
  const settle = (outcome: string) =>
    settleRetention(as(w.handler, tenYears), { request, grant, outcome, reason: 'In the archive of the hub' })
  await settle('kept')
  await resumeRequest(as(w.petra), { request })
  await settle('removed')
  expect((await factsOf(request)).filter((fact) => fact === 'retention-settled')).toHaveLength(2)
})
