import { expect, test } from 'vitest'
import { handOver } from '@/lib/access/commands/copies'
import { approveDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { closeOutRequest } from '@/lib/access/commands/ending'
import { changeApplicant } from '@/lib/access/commands/members'
import { remark } from '@/lib/access/commands/remarks'
import { requestReview, review } from '@/lib/access/commands/reviews'
import { decide, requestDecision } from '@/lib/access/commands/rounds'
import { withdrawRequest } from '@/lib/access/commands/submission'
import { db } from '@/lib/platform/db'
import { delegate } from '@/lib/projects/commands/delegations'
import { projectOf } from '../agreements/projects'
import { mailsTo, react } from '../identity/mails'
import { as, noon } from '../identity/people'
import { approved, draft, rowOf, submitted, until, type World, world } from './requests'

type Who = { readonly email: string }
/** How many mails with these words somebody has. */
const told = async ({ email }: Who, words: string) =>
  (await mailsTo(email)).filter(({ text }) => text.includes(words)).length

const counts = async (people: readonly Who[], words: string): Promise<number[]> => {
  const all = []
  for (const one of people) all.push(await told(one, words))
  return all
}

async function withEmil(w: World, request: string): Promise<void> {
  await db().accessMember.create({ data: { requestId: request, personId: w.emil.id, joinedAt: noon } })
}

test('a remark is told to the other side, or to the hub alone, and a mail says neither who wrote it nor what', async () => {
  const w = await world()
  const request = await submitted(w)
  await withEmil(w, request)
  const all = [w.petra, w.emil, w.handler, w.reviewer]
  await remark(as(w.handler), { request, text: 'Which scanner was used?', isPublic: true })
  await react('access.remark-made')
  expect(await counts(all, 'has written to you')).toEqual([1, 0, 0, 0])
  const [{ text } = { text: '' }] = (await mailsTo(w.petra.email)).filter((mail) => mail.text.includes('written'))
  expect(text).not.toMatch(/scanner|Hanna/)
  await remark(as(w.petra), { request, text: 'A slide scanner' })
  await remark(as(w.emil), { request, text: 'The new one' })
  await react('access.remark-made')
  expect(await counts(all, 'those who ask have written')).toEqual([0, 0, 2, 0])
  expect(await counts(all, 'somebody who takes part')).toEqual([1, 0, 0, 0])
  await requestReview(as(w.handler), { request, people: [w.reviewer.id] })
  await remark(as(w.reviewer), { request, text: 'Not convinced', isPublic: false })
  await react('access.remark-made')
  await react('access.remark-made')
  expect(await counts(all, 'somebody of the hub has written')).toEqual([0, 0, 1, 0])
  expect(await counts(all, 'has written to you')).toEqual([1, 0, 0, 0])
})

test('who turned such mails off has none', async () => {
  const w = await world()
  const request = await submitted(w)
  await db().notificationSetting.create({ data: { personId: w.petra.id, topic: 'requests', enabled: false } })
  await remark(as(w.handler), { request, text: 'Which scanner was used?', isPublic: true })
  await react('access.remark-made')
  expect(await told(w.petra, 'has written')).toBe(0)
})

test('a review that has come is told to who handles the request', async () => {
  const w = await world()
  const request = await submitted(w)
  await requestReview(as(w.handler), { request, people: [w.reviewer.id] })
  const [task] = (await rowOf(request)).tasks
  await review(as(w.reviewer), { request, task: task?.id, answer: 'approve', text: 'Fine' })
  await react('access.review-given')
  expect(await counts([w.handler, w.petra, w.reviewer], 'No other is awaited')).toEqual([1, 0, 0])
})

test('what is taken back is told to its handlers and members, and to who was asked', async () => {
  const w = await world()
  const request = await submitted(w)
  await withEmil(w, request)
  await requestReview(as(w.handler), { request, people: [w.reviewer.id] })
  await withdrawRequest(as(w.petra), { request })
  await react('access.request-withdrawn')
  await react('access.request-withdrawn')
  expect(await counts([w.handler, w.emil, w.petra, w.reviewer], 'was taken back')).toEqual([1, 1, 0, 0])
  expect(await counts([w.handler, w.emil, w.reviewer], 'not awaited any more')).toEqual([0, 0, 1])
})

test('who was asked is told once that nothing is awaited, whatever ended it', async () => {
  const w = await world({ flow: { decidedBy: 'deciders', rule: 'one', quorum: 1 } })
  const request = await submitted(w)
  await requestReview(as(w.handler), { request, people: [w.reviewer.id] })
  await requestDecision(as(w.handler), { request })
  const [dan, disa, dag] = w.deciders
  const task = (await rowOf(request)).tasks.find(({ personId }) => personId === dan?.id)
  if (!dan || !disa || !dag) throw new Error('there are three deciders')
  await decide(as(dan), { request, task: task?.id, answer: 'approve' })
  await react('access.round-closed')
  expect(await counts([dan, disa, dag, w.reviewer], 'not awaited any more')).toEqual([0, 1, 1, 0])
  await approveDatasets(as(w.handler, new Date(noon.getTime() + 1000)), { request, datasets: w.slugs, until })
  await react('access.datasets-approved')
  expect(await counts([dan, disa, dag, w.reviewer], 'not awaited any more')).toEqual([0, 1, 1, 1])
  const other = await world()
  const second = await submitted(other)
  await requestReview(as(other.handler), { request: second, people: [other.reviewer.id] })
  await returnRequest(as(other.handler), { request: second, reason: 'Say more' })
  await react('access.request-returned')
  expect(await told(other.reviewer, 'not awaited any more')).toBe(1)
})

test('a close-out, a hand-over and another applicant are told to the handlers and the other members', async () => {
  const w = await world()
  const request = await approved(w)
  await withEmil(w, request)
  const elsewhere = await projectOf(w.petra.id, { type: 'data-access' })
  await handOver(as(w.petra), { request, project: elsewhere.slug })
  await react('access.request-handed-over')
  const all = [w.handler, w.emil, w.petra]
  expect(await counts(all, 'handing the data access request')).toEqual([1, 1, 0])
  await closeOutRequest(as(w.petra), { request, outcome: 'completed', report: 'Published' })
  await react('access.request-closed-out')
  expect(await counts(all, 'closed out by those who used')).toEqual([1, 0, 0])
  expect(await counts(all, 'was closed; what it granted has ended')).toEqual([0, 1, 0])
})

test('another applicant is told to the handlers once the request was submitted, and to who leads now', async () => {
  const w = await world()
  const gift = { slug: w.project.slug, person: w.emil.id, authorities: ['request-data'], until: '2027-12-31' }
  await delegate(as(w.petra), gift)
  for (const [request, known] of [
    [await draft(w), 0],
    [await submitted(w), 1],
  ] as const) {
    await withEmil(w, request)
    await changeApplicant(as(w.petra), { request, person: w.emil.id })
    await react('access.applicant-changed')
    const { reference } = await rowOf(request)
    const about = async ({ email }: Who) => (await mailsTo(email)).filter(({ subject }) => subject.includes(reference))
    expect((await about(w.emil)).map(({ text }) => text.includes('you now lead'))).toEqual([true])
    expect((await about(w.handler)).filter(({ text }) => text.includes('Emil Example now leads'))).toHaveLength(known)
    expect((await about(w.petra)).filter(({ text }) => text.includes('now leads'))).toEqual([])
  }
})
