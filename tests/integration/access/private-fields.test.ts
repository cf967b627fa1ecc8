import { expect, test } from 'vitest'
import { attachFile, downloadAttachment } from '@/lib/access/commands/attachments'
import { saveDraft } from '@/lib/access/commands/drafts'
import { requestReview } from '@/lib/access/commands/reviews'
import { requestDecision } from '@/lib/access/commands/rounds'
import { submitRequest } from '@/lib/access/commands/submission'
import { oneRequest } from '@/lib/access/queries/request'
import type { Person } from '@/lib/platform/context'
import { pdf } from '../agreements/files'
import { as } from '../identity/people'
import { taken } from './archives'
import { formed } from './formed'
import { codeOf, draft, world } from './requests'

test('who reviews sees no private answer nor its files, however they were handed in; who decides sees them, and not the opt-out', async () => {
  const w = await world()
  const request = await draft(w)
  await formed(request)
  const handIn = async (name: string, fieldKey?: string) =>
    String((await attachFile(as(w.petra), { request, file: await pdf(name, `${name}.pdf`), fieldKey })).attachment)
  const [plan, unsaid, wrong] = [await handIn('plan', 'plan'), await handIn('unsaid'), await handIn('wrong', 'plan')]
  const words = { aim: 'Grading of nodes', money: 'The secret sponsor' }
  await saveDraft(as(w.petra), { request, answers: { ...words, plan: [plan], contract: [unsaid, wrong] } })
  await submitRequest(as(w.petra), { request })
  await requestReview(as(w.handler), { request })
  await requestDecision(as(w.handler), { request })
  const seen = async (who: Person) => {
    const { answers, attachments, optedOut } = await oneRequest(as(who), { request })
    return [Object.keys(answers).toSorted(), attachments.map(({ name }) => name), optedOut]
  }
  const all = [
    ['aim', 'contract', 'money', 'plan'],
    ['plan.pdf', 'unsaid.pdf', 'wrong.pdf'],
  ]
  expect(await seen(w.reviewer)).toEqual([['aim', 'plan'], ['plan.pdf'], null])
  expect(await seen(w.deciders[0] as Person)).toEqual([...all, null])
  expect(await seen(w.handler)).toEqual([...all, false])
  for (const attachment of [unsaid, wrong]) {
    expect(await codeOf(downloadAttachment(as(w.reviewer), { request, attachment }))).toBe('platform.not-found')
    expect((await downloadAttachment(as(w.deciders[0] as Person), { request, attachment })).type).toBe(
      'application/pdf',
    )
  }
  const [reviews, decides] = [await taken(w.reviewer, request), await taken(w.deciders[0] as Person, request)]
  expect(reviews.words).not.toContain('The secret sponsor')
  expect(reviews.listed).not.toContain('unsaid.pdf')
  expect(decides.words).toContain('The secret sponsor')
  expect(decides.listed).toContain('files/unsaid.pdf')
})
