import { expect, test } from 'vitest'
import { approveDatasets, returnRequest } from '@/lib/access/commands/decisions'
import { saveDraft } from '@/lib/access/commands/drafts'
import { resolveUse } from '@/lib/access/commands/handling'
import { settleUse } from '@/lib/access/commands/settle-use'
import { submitRequest } from '@/lib/access/commands/submission'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { stateDataUse } from '@/lib/catalogue/commands/state-data-use'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { steward } from '../catalogue/stewards'
import { mailsTo, react } from '../identity/mails'
import { as, noon } from '../identity/people'
import { system } from '../projects/projects'
import { approvalOf, factsOf, reason, rowOf, submitted, world } from './requests'
import { connected, deliveriesTo, listener } from './systems'

const now = new Date()
const textsTo = async ({ email }: { email: string }) => (await mailsTo(email)).map(({ text }) => text)
const purposeFor = (...countries: string[]) => ({ purpose: { aim: 'DUO:0000006', countries } })

/** Gives a request a form that asks for a purpose, and one that is health research in the United States. */
async function statePurpose(request: string): Promise<void> {
  const words = (text: string) => ({ en: text, sv: text })
  const fields = [{ key: 'purpose', kind: 'data-use', label: words('Purpose') }]
  const [id, formId] = [newId(), newId()]
  await db().accessForm.create({ data: { id: formId, slug: `f${formId}`, state: 'active', createdAt: noon } })
  const version = { id, formId, number: 1, content: { title: words('Purpose'), fields }, publishedAt: noon }
  await db().accessFormVersion.create({ data: version })
  await db().accessRequest.update({ where: { id: request }, data: { formVersionId: id, answers: purposeFor('US') } })
}

/** A request for two datasets: the first is granted, and may be used in the United States; it is returned for the second. */
async function returned() {
  const w = await world({ n: 2 })
  const [slug = ''] = w.slugs
  const request = await submitted(w, now)
  await statePurpose(request)
  await stateDataUse(await steward(), {
    slug,
    expectedOrdinal: 0,
    conditions: [
      { term: 'DUO:0000006', values: [] },
      { term: 'DUO:0000022', values: ['US'] },
    ],
    basis: 'Ethics approval 2024-01234-01',
  })
  await approveDatasets(as(w.handler, now), { request, datasets: [slug], until: dayIn(200) })
  await settleUse(system(now), { request })
  await returnRequest(as(w.handler, now), { request, reason })
  const grant = (await rowOf(request)).grants[0]?.id ?? ''
  const may = async () => (await accessVerdict(as(w.petra, now), { dataset: slug })).verdict
  return { ...w, slug, request, grant, may }
}

const dayIn = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

test('a purpose that is rewritten while another dataset is mended ends what it conflicts with, told at once, until a handler lets it pass', async () => {
  const w = await returned()
  const { id: archive } = await connected((await listener()).url)
  const save = (...countries: string[]) =>
    saveDraft(as(w.petra, now), { request: w.request, answers: purposeFor(...countries) })
  const submit = () => submitRequest(as(w.petra, now), { request: w.request })
  const noted = async () => (await factsOf(w.request)).filter((fact) => fact === 'use-conflicts').length
  await save('CA')
  // What is only written is not asked for yet.
  expect([(await w.may()).may, await noted()]).toEqual([true, 0])
  await submit()
  expect([await w.may(), await noted()]).toMatchObject([{ may: false, reasons: [{ code: 'use-conflict' }] }, 1])
  await react('access.use-conflicts')
  await react('access.use-ended')
  expect((await deliveriesTo(archive)).map(({ kind, grantId }) => [kind, grantId])).toEqual([
    ['grant.given', w.grant],
    ['grant.withdrawn', w.grant],
  ])
  for (const person of [w.petra, w.handler])
    expect((await textsTo(person)).filter((text) => text.includes('the purposes conflict'))).toHaveLength(1)
  await resolveUse(as(w.handler, now), { request: w.request, dataset: w.slug, reason })
  expect((await w.may()).may).toBe(true)
  // Returned and submitted again as it is, it stays as it was let pass; for yet another purpose it does not.
  await returnRequest(as(w.handler, now), { request: w.request, reason })
  await submit()
  expect([(await w.may()).may, await noted()]).toEqual([true, 1])
  await returnRequest(as(w.handler, now), { request: w.request, reason })
  await save('CN')
  await submit()
  expect([(await w.may()).may, await noted()]).toEqual([false, 2])
})

test('a purpose that is rewritten to what fits ends nothing', async () => {
  const w = await returned()
  await saveDraft(as(w.petra, now), { request: w.request, title: 'Grading once more', answers: purposeFor('US') })
  await submitRequest(as(w.petra, now), { request: w.request })
  expect([(await w.may()).may, (await factsOf(w.request)).includes('use-conflicts')]).toEqual([true, false])
  await approveDatasets(as(w.handler, now), { request: w.request, until: dayIn(200) })
  expect((await rowOf(w.request)).grants).toHaveLength(2)
})

test('another ethics approval under what runs is told to who handles it, and settles at once', async () => {
  const w = await returned()
  const exchanged = async () => (await factsOf(w.request)).filter((fact) => fact === 'ethics-approval-exchanged').length
  await saveDraft(as(w.petra, now), { request: w.request, title: 'Nodes' })
  await saveDraft(as(w.petra, now), { request: w.request, ethicsApproval: w.approval })
  expect(await exchanged()).toBe(0)
  const other = await approvalOf(w.project, w.slugs.slice(1))
  await saveDraft(as(w.petra, now), { request: w.request, ethicsApproval: other })
  expect([await exchanged(), await w.may()]).toMatchObject([
    1,
    { may: false, reasons: [{ code: 'ethics-not-covering' }] },
  ])
  await react('access.ethics-approval-exchanged')
  await react('access.use-ended')
  expect(await db().accessUse.findMany({ where: { grantId: w.grant } })).toMatchObject([
    { may: false, reasons: ['ethics-not-covering'] },
  ])
  const toHandler = await textsTo(w.handler)
  expect(toHandler.filter((text) => text.includes('another ethics approval was named'))).toHaveLength(1)
  await saveDraft(as(w.petra, now), { request: w.request, ethicsApproval: w.approval })
  await react('access.ethics-approval-exchanged')
  expect(await exchanged()).toBe(2)
  expect(await db().accessUse.findMany({ where: { grantId: w.grant } })).toMatchObject([{ may: true }])
})
