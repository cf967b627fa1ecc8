import { expect, test } from 'vitest'
import { addMember } from '@/lib/access/commands/adding'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { inviteMember } from '@/lib/access/commands/invitations'
import { acceptAccessInvitation } from '@/lib/access/commands/members'
import { oneRequest } from '@/lib/access/queries/request'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { accessTicket } from '@/lib/access/store/invitations'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { as, noon, somebody } from '../identity/people'
import { approvalOf, approved, codeOf, submitted, until, world } from './requests'

async function verified() {
  const w = await world()
  const olle = await somebody({ name: 'Olle Officer', roles: ['ethics-officer'] })
  const approval = await approvalOf(w.project, w.slugs, { verifiedBy: olle.id })
  return { ...w, approval, olle }
}

test('the officer who verified what a request rests on comes in as a member by no door', async () => {
  const w = await verified()
  const request = await submitted(w)
  const { email } = await db().person.findUniqueOrThrow({ where: { id: w.olle.id } })
  expect(await codeOf(addMember(as(w.handler), { request, email }))).toBe('access.verified-it')
  await inviteMember(as(w.petra), { request, email: `${newId()}@example.org` })
  const { id } = await db().accessInvitation.findFirstOrThrow({ where: { requestId: request } })
  expect(await codeOf(acceptAccessInvitation(as(w.olle), { ticket: accessTicket(id) }))).toBe('access.verified-it')
  expect(await db().accessMember.count({ where: { requestId: request } })).toBe(1)
  await acceptAccessInvitation(as(await somebody()), { ticket: accessTicket(id) })
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
})

test('where one is a member all the same nothing is approved by that, and nobody uses what was, until another has verified it', async () => {
  const w = await verified()
  const [dataset] = w.slugs
  const verdict = async () => (await accessVerdict(as(w.petra), { dataset })).verdict
  const granted = await approved(w)
  expect(await verdict()).toMatchObject({ may: true })
  const waiting = await submitted(w)
  for (const requestId of [granted, waiting])
    await db().accessMember.create({ data: { requestId, personId: w.olle.id, joinedAt: noon } })
  const reasons = [{ code: 'ethics-not-valid', state: 'own-verification' }]
  expect(await verdict()).toMatchObject({ may: false, reasons })
  const approve = () => approveDatasets(as(w.handler), { request: waiting, datasets: w.slugs, until })
  expect(await codeOf(approve())).toBe('access.not-covered')
  const shown = await oneRequest(as(w.handler), { request: waiting })
  expect(shown.items[0]).toMatchObject({ ethics: 'own-verification' })
  const version = await db().ethicsVersion.findFirstOrThrow({ where: { approvalId: w.approval } })
  const anew = { id: newId(), ordinal: 2, judgedById: newId() }
  await db().ethicsVersion.create({ data: { ...version, ...anew } })
  await db().ethicsApproval.update({ where: { id: w.approval }, data: { governingId: anew.id } })
  expect(await verdict()).toMatchObject({ may: true })
  await approve()
})
