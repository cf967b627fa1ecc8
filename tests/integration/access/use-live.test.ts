import { expect, test } from 'vitest'
import { approveDatasets } from '@/lib/access/commands/decisions'
import { resolveUse } from '@/lib/access/commands/handling'
import { oneRequest } from '@/lib/access/queries/request'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { stateDataUse } from '@/lib/catalogue/commands/state-data-use'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { steward } from '../catalogue/stewards'
import { react } from '../identity/mails'
import { as, noon } from '../identity/people'
import { codeOf, factsOf, reason, stateOf, submitted, until, world } from './requests'

/** Gives a request a form that asks for a purpose, and a purpose that is health research within Sweden. */
async function statePurpose(request: string): Promise<void> {
  const words = (text: string) => ({ en: text, sv: text })
  const fields = [{ key: 'purpose', kind: 'data-use', label: words('Purpose'), privateFromReviewers: true }]
  const [id, formId] = [newId(), newId()]
  await db().accessForm.create({ data: { id: formId, slug: `f${formId}`, state: 'active', createdAt: noon } })
  const version = { id, formId, number: 1, content: { title: words('Purpose'), fields }, publishedAt: noon }
  await db().accessFormVersion.create({ data: version })
  const answers = { purpose: { aim: 'DUO:0000006', countries: ['US'] } }
  await db().accessRequest.update({ where: { id: request }, data: { formVersionId: id, answers } })
}

test('a purpose that conflicts by now keeps a dataset from being approved, though it did not at submission', async () => {
  const w = await world()
  const [slug = ''] = w.slugs
  const request = await submitted(w)
  await statePurpose(request)
  const itemFor = async (who: Person) => (await oneRequest(as(who), { request })).items[0]
  expect(await itemFor(w.handler)).toMatchObject({ useFit: 'needs-a-person', use: { verdict: 'needs-a-person' } })
  const conditions = [
    { term: 'DUO:0000006', values: [] },
    { term: 'DUO:0000022', values: ['EEA'] },
  ]
  await stateDataUse(await steward(), { slug, expectedOrdinal: 0, conditions, basis: 'Ethics approval 2024-01234-01' })
  const seen = await itemFor(w.handler)
  expect(seen).toMatchObject({ useFit: 'needs-a-person', use: { verdict: 'conflicts' } })
  expect(seen?.use?.reasons.map(({ words }) => words.en)).toContain(
    'The data may not be processed here: United States.',
  )
  // The purpose is private from reviewers here, and its reasons would tell it.
  expect((await itemFor(w.reviewer))?.use).toEqual({ verdict: 'conflicts', reasons: [] })
  const approve = () => approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  expect(await codeOf(approve())).toBe('access.use-conflict')
  await resolveUse(as(w.handler), { request, dataset: slug, reason })
  expect((await itemFor(w.handler))?.useFit).toBe('conflicts')
  await approve()
  expect(await stateOf(request)).toBe('approved')
})

test('a dataset that is restricted later ends what conflicts with it at once, until a handler lets it pass again', async () => {
  const w = await world()
  const [slug = ''] = w.slugs
  const request = await submitted(w)
  await statePurpose(request)
  await approveDatasets(as(w.handler), { request, datasets: w.slugs, until })
  const may = async () => (await accessVerdict(as(w.petra), { dataset: slug })).verdict
  expect((await may()).may).toBe(true)
  const health = { term: 'DUO:0000006', values: [] }
  const sten = await steward()
  const say = (expectedOrdinal: number, ...places: string[]) =>
    stateDataUse(sten, {
      slug,
      expectedOrdinal,
      conditions: [health, { term: 'DUO:0000022', values: places }],
      basis: 'Ethics approval 2024-01234-01',
    })
  const noted = async () => (await factsOf(request)).filter((fact) => fact === 'use-conflicts').length
  await say(0, 'SE', 'US')
  await react('catalogue.data-use-stated')
  expect([(await may()).may, await noted()]).toEqual([true, 0])

  await say(1, 'EEA')
  await react('catalogue.data-use-stated')
  await react('catalogue.data-use-stated')
  expect([await may(), await noted()]).toMatchObject([{ may: false, reasons: [{ code: 'use-conflict' }] }, 1])
  await resolveUse(as(w.handler), { request, dataset: slug, reason })
  await react('catalogue.data-use-stated')
  expect([(await may()).may, await noted()]).toEqual([true, 1])

  // Conditions that it fits again end nothing; others that it does not fit, what was let pass for those before.
  await say(2, 'SE', 'US')
  await react('catalogue.data-use-stated')
  expect([(await may()).may, await noted()]).toEqual([true, 1])
  await say(3, 'SE')
  await react('catalogue.data-use-stated')
  expect([(await may()).may, await noted()]).toEqual([false, 2])
})
