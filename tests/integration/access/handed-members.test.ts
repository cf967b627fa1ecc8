import { expect, test } from 'vitest'
import { addMember } from '@/lib/access/commands/adding'
import { approveDatasets, closeRequest, returnRequest } from '@/lib/access/commands/decisions'
import { inviteMember, revokeInvitation } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation, leaveRequest, removeMember } from '@/lib/access/commands/members'
import { acceptAccessTerms, publishTerms } from '@/lib/access/commands/terms'
import { requestHistory } from '@/lib/access/queries/history'
import { oneRequest } from '@/lib/access/queries/request'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { accessTicket } from '@/lib/access/store/invitations'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { steward } from '../catalogue/stewards'
import { mailsTo, react, ticketIn } from '../identity/mails'
import { as, later, somebody } from '../identity/people'
import { withOptions } from './options'
import { approved, codeOf, draft, reason, rowOf, submitted, until, world } from './requests'
import { attempted } from './scene'

const invitationOf = (answer: object): string => String((answer as { invitation: string }).invitation)
const textsTo = async (who: { email: string }) => (await mailsTo(who.email)).map(({ text }) => text).join('\n')
const memberIds = async (request: string) => (await rowOf(request)).members.map(({ personId }) => personId)
const factsOf = async (request: string) => {
  const where = { stream: `request:${request}` }
  return (await db().event.findMany({ where, orderBy: { seq: 'asc' } })).map(({ type }) => type.replace('access.', ''))
}

test('a handler invites a member by name in the hub’s, she follows the link, and who handles is told', async () => {
  const w = await world()
  const request = await submitted(w)
  const nora = await somebody({ name: 'Nora Nära' })
  const wish = { request, email: `${newId()}@example.org`, name: 'Nora' }
  expect(await codeOf(inviteMember(as(w.handler), { ...wish, name: 'Nora 19811218-9876' }))).toBe('platform.invalid')
  expect(await codeOf(inviteMember(as({ ...w.handler, secondFactor: false }), wish))).toBe('platform.not-found')
  expect(await codeOf(inviteMember(as(w.reviewer), wish))).toBe('platform.forbidden')
  await inviteMember(as(w.handler), wish)
  expect(await codeOf(inviteMember(as(w.petra), wish))).toBe('access.already-invited')
  await react('access.member-invited-by-hub')
  const [mail] = await mailsTo(wish.email)
  expect(mail?.text).toContain('Hello Nora,\n\nAIDA Data Hub invites you to take part')
  expect(mail?.text).not.toContain('Hanna Handler')
  expect(await textsTo(w.petra)).toContain(`has invited Nora (${wish.email}) by mail`)
  await acceptAccessInvitation(as(nora), { ticket: ticketIn(mail?.text) })
  expect(await memberIds(request)).toEqual([w.petra.id, nora.id])
  expect((await oneRequest(as(nora), { request })).side).toBe('asking')
  await react('access.member-joined')
  expect(await textsTo(w.handler)).toContain('Nora Nära now takes part')
  expect(await factsOf(request)).toEqual(expect.arrayContaining(['member-invited-by-hub', 'member-joined']))
  const { entries } = await requestHistory(as(w.petra), { request })
  expect(entries.find(({ type }) => type === 'access.member-invited-by-hub')?.actor).toBe('Hanna Handler')
})

test('those who ask see whom the hub has invited and can say no; the hub takes back its own and no other', async () => {
  const w = await world()
  const request = await submitted(w)
  const invite = async (who: Person) =>
    invitationOf(await inviteMember(as(who), { request, email: `${newId()}@example.org` }))
  const [first, second, theirs] = [await invite(w.handler), await invite(w.handler), await invite(w.petra)]
  const seen = async (who: Person) =>
    (await oneRequest(as(who), { request })).invitations.map(({ id, byHub }) => [id, byHub])
  expect(await seen(w.petra)).toEqual([
    [first, true],
    [second, true],
    [theirs, false],
  ])
  expect(await seen(w.handler)).toEqual([
    [first, true],
    [second, true],
  ])
  const revoke = (who: Person, invitation: string) => revokeInvitation(as(who), { request, invitation })
  expect(await codeOf(revoke(w.handler, theirs))).toBe('access.invitation-over')
  await revoke(w.handler, first)
  await revoke(w.petra, second)
  await revoke(w.petra, theirs)
  expect(await seen(w.petra)).toEqual([])
  expect((await factsOf(request)).filter((type) => type.endsWith('-revoked'))).toEqual([
    'hub-invitation-revoked',
    'invitation-revoked',
    'invitation-revoked',
  ])
  const { entries } = await requestHistory(as(w.petra), { request })
  expect(entries.map(({ type }) => type)).toContain('access.hub-invitation-revoked')
  expect(await codeOf(acceptAccessInvitation(as(w.emil), { ticket: accessTicket(first) }))).toBe(
    'access.invitation-over',
  )
})

test('a handler adds somebody who has an account; she uses what was granted once she has accepted the terms', async () => {
  const w = await world()
  const [slug] = w.slugs
  const request = await approved(w)
  const nora = await somebody({ name: 'Nora Nära' })
  const wish = { request, email: nora.email.toUpperCase() }
  expect(await codeOf(addMember(as(w.petra), wish))).toBe('platform.forbidden')
  expect(await codeOf(addMember(as(nora), wish))).toBe('platform.not-found')
  expect(await codeOf(addMember(as(w.handler), { ...wish, email: 'nobody@example.org' }))).toBe(
    'access.no-such-account',
  )
  expect(await codeOf(addMember(as(w.handler), { ...wish, email: w.petra.email }))).toBe('access.takes-part')
  for (const { email } of [w.handler, w.reviewer, ...w.deciders])
    expect(await codeOf(addMember(as(w.handler), { ...wish, email }))).toBe('access.works-on-it')
  const closed = await somebody()
  await db().person.update({ where: { id: closed.id }, data: { deactivatedAt: later(0) } })
  expect(await codeOf(addMember(as(w.handler), { ...wish, email: closed.email }))).toBe('access.no-such-account')
  const words = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Keep it safe', bodySv: 'Förvara säkert' }
  const terms = await publishTerms(await steward(), { subject: `dataset:${slug}`, ...words, noticeDays: 0 })
  await addMember(as(w.handler), wish)
  expect(await memberIds(request)).toEqual([w.petra.id, nora.id])
  const verdict = async () => (await accessVerdict(as(nora), { dataset: slug })).verdict
  expect(await verdict()).toMatchObject({ may: false, reasons: [{ code: 'terms' }] })
  await acceptAccessTerms(as(nora), { terms: terms.id })
  expect((await verdict()).may).toBe(true)
  for (const type of ['member-added', 'member-joined']) await react(`access.${type}`)
  expect(await textsTo(nora)).toContain('has made you a member')
  expect(await textsTo(w.petra)).toContain('has added Nora Nära')
  expect(await textsTo(w.handler)).not.toContain('Nora')
  expect(await codeOf(addMember(as(w.handler), wish))).toBe('access.takes-part')
  await leaveRequest(as(nora), { request })
  expect((await verdict()).may).toBe(false)
})

test('handlers hear of who comes and goes by those who ask once a request was submitted, and not of what they do themselves', async () => {
  const w = await world()
  const request = await draft(w)
  const come = async () => {
    const guest = await somebody({ name: `Guest ${newId().slice(-6)}` })
    const invitation = await inviteMember(as(w.petra), { request, email: `${newId()}@example.org` })
    await acceptAccessInvitation(as(guest), { ticket: accessTicket(invitationOf(invitation)) })
    return guest
  }
  const [early, gone] = [await come(), await come()]
  await leaveRequest(as(gone), { request })
  const { submitRequest } = await import('@/lib/access/commands/submission')
  await submitRequest(as(w.petra), { request })
  await returnRequest(as(w.handler), { request, reason })
  const [late, byHub] = [await come(), await come()]
  await removeMember(as(w.petra), { request, person: late.id })
  await leaveRequest(as(early), { request })
  await removeMember(as(w.handler), { request, person: byHub.id })
  for (const type of ['member-joined', 'member-left', 'member-removed']) await react(`access.${type}`)
  const told = await textsTo(w.handler)
  const about = ({ name }: Person) => [
    told.includes(`${name} now takes part`),
    told.includes(`${name} has left`),
    told.includes(`taken ${name} out`),
  ]
  expect([early, gone, late, byHub].map(about)).toEqual([
    [false, true, false],
    [false, false, false],
    [true, false, true],
    [true, false, false],
  ])
  expect(await textsTo(w.petra)).not.toContain('now takes part')
})

test('nobody who works on a request comes into it by a link of the hub’s; whom those who ask invite may still', async () => {
  const w = await world()
  const request = await submitted(w)
  const link = async (who: Person) =>
    accessTicket(invitationOf(await inviteMember(as(who), { request, email: `${newId()}@example.org` })))
  for (const who of [w.handler, w.reviewer])
    expect(await codeOf(acceptAccessInvitation(as(who), { ticket: await link(w.handler) }))).toBe('access.works-on-it')
  await acceptAccessInvitation(as(w.reviewer), { ticket: await link(w.petra) })
  expect(await memberIds(request)).toContain(w.reviewer.id)
})

test('of many who add the same person at once one does, and nobody is added before or after', async () => {
  const w = await world()
  const early = await draft(w)
  const nora = await somebody()
  const wish = { email: nora.email }
  expect(await codeOf(addMember(as(w.handler), { request: early, ...wish }))).toBe('platform.not-found')
  const request = await submitted(w)
  const added = Array.from({ length: 8 }, () => attempted(addMember(as(w.handler), { request, ...wish })))
  expect((await Promise.all(added)).filter(Boolean)).toHaveLength(1)
  expect((await memberIds(request)).filter((id) => id === nora.id)).toHaveLength(1)
  await closeRequest(as(w.handler), { request, reason })
  const another = await somebody()
  expect(await codeOf(addMember(as(w.handler), { request, email: another.email }))).toBe('access.not-in-this-state')
})

test('a workflow can do without: what is off is not offered, and taking an invitation back stays', async () => {
  const w = await world()
  const request = await submitted(w)
  const wish = { request, email: `${newId()}@example.org` }
  const invitation = invitationOf(await inviteMember(as(w.handler), wish))
  await withOptions(w, { disabledVerbs: ['handler/submitted/invite-member', 'handler/submitted/add-member'] })
  expect(await codeOf(inviteMember(as(w.handler), { ...wish, email: 'x@example.org' }))).toBe('access.switched-off')
  expect(await codeOf(addMember(as(w.handler), { ...wish, email: w.emil.email }))).toBe('access.switched-off')
  const { may } = await oneRequest(as(w.handler), { request })
  expect([may.includes('invite-member'), may.includes('add-member')]).toEqual([false, false])
  await revokeInvitation(as(w.handler), { request, invitation })
  await inviteMember(as(w.petra), wish)
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  await addMember(as(w.handler), { request, email: w.emil.email })
  expect(await memberIds(request)).toContain(w.emil.id)
})

test('the database keeps that who is to review or decide was invited by the hub', async () => {
  const w = await world()
  const request = await submitted(w)
  const row = { id: newId(), requestId: request, kind: 'reviewer', email: 'x@example.org', invitedById: w.petra.id }
  const dates = { createdAt: later(0), expiresAt: later(1000) }
  await expect(db().accessInvitation.create({ data: { ...row, ...dates } })).rejects.toThrow('access_invitation_by_hub')
})
