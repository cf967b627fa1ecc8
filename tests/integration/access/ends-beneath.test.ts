import { beforeAll, expect, test } from 'vitest'
import { removeMember } from '@/lib/access/commands/members'
import { settleUse } from '@/lib/access/commands/settle-use'
import { acceptAccessTerms, publishTerms } from '@/lib/access/commands/terms'
import { grantBasis } from '@/lib/access/queries/grant-basis'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { countersignDocument } from '@/lib/agreements/commands/decide-document'
import { submitDocument } from '@/lib/agreements/commands/submit-document'
import { deactivatePerson } from '@/lib/identity/commands/accounts'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { tasks } from '@/lib/reactions/tasks'
import { admin } from '../agreements/documents'
import { pdf } from '../agreements/files'
import { publishedText } from '../agreements/texts'
import { steward } from '../catalogue/stewards'
import { mailsTo, react } from '../identity/mails'
import { as } from '../identity/people'
import { administrator, system } from '../projects/projects'
import { approved, rowOf, world } from './requests'

const now = new Date()
const day = 86_400_000
const inDays = (days: number, from = now) => new Date(from.getTime() + days * day)
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10)
const reason = 'Agreed at the weekly meeting'
const words = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Keep it safe', bodySv: 'Förvara säkert' }
const textsTo = async ({ id }: Person, what: string) => {
  const { email } = await db().person.findUniqueOrThrow({ where: { id }, select: { email: true } })
  return (await mailsTo(email)).filter(({ text }) => text.includes(what)).length
}

/** A granted request with two members, whose project needs a service agreement, which ends on that day. */
async function granted(lastDay: string) {
  const w = await world()
  await db().project.update({ where: { id: w.project.id }, data: { type: 'fellowship' } })
  const wanted = { project: w.project.slug, kind: 'service-agreement', version: await version, file: await pdf() }
  const { id: document } = await submitDocument(as(w.petra), wanted)
  const at = { project: w.project.slug, document, expectedRevision: 1 }
  await countersignDocument(as(await admin()), { ...at, firstDay: '2026-11-23', lastDay })
  const request = await approved(w, now)
  await db().accessMember.create({ data: { requestId: request, personId: w.emil.id, joinedAt: now } })
  const grant = (await rowOf(request)).grants[0]?.id ?? ''
  const settle = (moment = now) => settleUse(system(moment), { request }).catch(() => null)
  await settle()
  const untilOf = async (person: Person, moment = now) => {
    const { verdict } = await accessVerdict(as(person, moment), { dataset: w.slugs[0] })
    return verdict.may ? verdict.until : verdict.reasons.map(({ code }) => code)
  }
  return { ...w, request, grant, settle, untilOf }
}

let version: Promise<number>
beforeAll(async () => {
  version = publishedText('service-agreement')
  await version
})

test('a service agreement that ends tells everybody concerned a month and a week before, and at the moment', async () => {
  const w = await granted(dayIn(40))
  const end = new Date(`${dayIn(41)}T00:00:00Z`)
  expect(await w.untilOf(w.petra)).toEqual(end)
  const basis = await grantBasis(as(w.petra, now), { grant: w.grant })
  expect(basis.parts.find(({ part }) => part === 'agreements')).toMatchObject({ until: end, reasons: [] })
  for (const days of [31, 30, 29, 7, 6]) await w.settle(inDays(-days, end))
  await w.settle(end)
  await react('access.use-ends-soon')
  await react('access.use-ended')
  for (const person of [w.petra, w.emil, w.handler]) {
    expect(await textsTo(person, 'the service agreement of the project ends then')).toBe(2)
    expect(await textsTo(person, 'the service agreement is not in force')).toBe(1)
  }
  expect(await w.untilOf(w.petra, end)).toEqual(['agreements'])
})

test('an agreement that is continued ends only with its continuation', async () => {
  const w = await granted(dayIn(40))
  const wanted = { project: w.project.slug, kind: 'service-agreement', version: await version, file: await pdf() }
  const { id: document } = await submitDocument(as(w.petra), wanted)
  const at = { project: w.project.slug, document, expectedRevision: 1 }
  await countersignDocument(as(await admin()), { ...at, firstDay: dayIn(41), lastDay: dayIn(90) })
  expect(await w.untilOf(w.petra)).toEqual(new Date(`${dayIn(91)}T00:00:00Z`))
})

test('a newer version of terms is told to who has not accepted it, before it binds and when it does', async () => {
  const w = await granted(dayIn(400))
  const wish = { subject: `dataset:${w.slugs[0]}`, ...words }
  const ctx = { ...(await steward()), now }
  const first = await publishTerms(ctx, { ...wish, noticeDays: 0 })
  const accept = (person: Person, terms: unknown) => acceptAccessTerms(as(person, now), { terms })
  const idOf = (answer: object) => (answer as { id: string }).id
  await accept(w.petra, idOf(first))
  await accept(w.emil, idOf(first))
  await w.settle()
  const second = await publishTerms(ctx, { ...wish, changeNote: 'Longer', noticeDays: 20 })
  const binds = inDays(20)
  expect(await w.untilOf(w.emil)).toEqual(binds)
  await accept(w.petra, idOf(second))
  expect((await w.untilOf(w.petra)) > binds).toBe(true)
  await w.settle()
  await w.settle(inDays(13))
  await w.settle(binds)
  await react('access.use-ends-soon')
  await react('access.use-ended')
  expect([
    await textsTo(w.emil, 'a newer version of terms of access binds'),
    await textsTo(w.emil, 'not accepted'),
  ]).toEqual([2, 1])
  expect(await textsTo(w.petra, 'a newer version of terms of access binds')).toBe(0)
  expect(await textsTo(w.handler, 'a newer version of terms of access binds')).toBe(2)
})

test('newer user terms of the hub are looked at as soon as they are published, and end a use when they bind', async () => {
  const w = await granted(dayIn(400))
  const binds = inDays(10)
  await publishedText('user-terms', now, binds)
  expect(await w.untilOf(w.petra)).toEqual(binds)
  await w.settle()
  await w.settle(binds)
  await react('access.use-ends-soon')
  await react('access.use-ended')
  expect(await textsTo(w.petra, 'newer user terms of the hub bind')).toBe(1)
  expect(await textsTo(w.petra, 'user terms are not accepted')).toBe(1)
})

test('a closed account is told to the handlers, and who is taken out of a request is told so', async () => {
  const w = await granted(dayIn(400))
  await deactivatePerson({ ...(await administrator()), now }, { person: w.emil.id, reason })
  await w.settle()
  await react('access.use-ended')
  expect(await textsTo(w.handler, 'the account is closed')).toBe(1)
  const other = await granted(dayIn(400))
  await removeMember(as(other.petra, now), { request: other.request, person: other.emil.id })
  await react('access.member-removed')
  await react('access.member-removed')
  expect(await textsTo(other.emil, 'you no longer take part')).toBe(1)
  expect(await textsTo(other.petra, 'you no longer take part')).toBe(0)
})

test('what changes without a date has its reaction too: a text, a transfer, and the hourly look', async () => {
  const { reactions } = await import('@/lib/reactions/reactions')
  const settling = Object.entries(reactions).flatMap(([type, names]) =>
    (names as readonly string[]).includes('settle-access') ? [type] : [],
  )
  expect(settling).toEqual(
    expect.arrayContaining([
      'agreements.text-published',
      'agreements.text-accepted',
      'agreements.document-countersigned',
      'agreements.document-terminated',
      'agreements.document-expired',
      'projects.transfer-confirmed',
      'projects.ended',
      'projects.extended',
      'ethics.approval-verified',
      'ethics.approval-superseded',
      'ethics.approval-withdrawn',
      'access.terms-published',
      'access.terms-accepted',
      'access.member-removed',
      'access.member-left',
      'identity.person-deactivated',
      'identity.person-reactivated',
      'catalogue.dataset-withdrawn',
    ]),
  )
  expect([typeof tasks['due:access-use'], typeof tasks['due:access-uses']]).toEqual(['function', 'function'])
})
