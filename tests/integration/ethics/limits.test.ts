import { expect, test } from 'vitest'
import { returnApproval, verifyApproval } from '@/lib/ethics/commands/judge-approval'
import { registerApproval } from '@/lib/ethics/commands/register-approval'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { projectOf } from '../agreements/projects'
import { as, somebody } from '../identity/people'
import { everything, type Made, newNumber, officer, registered, said, submitted, verified } from './approvals'

const won = (tries: PromiseSettledResult<unknown>[]) => tries.filter(({ status }) => status === 'fulfilled').length

test('of ten who register one number at once one does, and of ten officers who judge at once one does', async () => {
  const pi = await somebody()
  const { slug } = await projectOf(pi.id)
  const wanted = { project: slug, ...said, number: newNumber() }
  expect(won(await Promise.allSettled(Array.from({ length: 10 }, () => registerApproval(as(pi), wanted))))).toBe(1)
  const { at } = await submitted()
  const eva = as(await officer())
  const judging = Array.from({ length: 10 }, (_, i) =>
    i % 2
      ? verifyApproval(eva, { ...at(3), confirmed: everything })
      : returnApproval(eva, { ...at(3), reason: 'The stamp is missing' }),
  )
  expect(won(await Promise.allSettled(judging))).toBe(1)
})

const refused = (what: RegExp, statement: string, ...values: unknown[]) =>
  expect(pool().query(statement, values), statement).rejects.toThrow(what)

test('the database forbids what the rules forbid, whoever writes', async () => {
  const [waits, done, draft] = [await submitted(), await verified(), await registered()]
  const of = async ({ id }: Made) => (await db().ethicsVersion.findFirstOrThrow({ where: { approvalId: id } })).id
  const change = (what: string) => `UPDATE ethics_version SET ${what} WHERE id = $1`
  await refused(/is not changed/, change("title = 'Another'"), await of(waits))
  await refused(/is not changed/, change("state = 'draft', judged_at = NULL, judged_by_id = NULL"), await of(done))
  await refused(/is kept/, 'DELETE FROM ethics_version WHERE id = $1', await of(done))
  const govern = 'UPDATE ethics_approval SET governing_id = $1 WHERE id = $2'
  await refused(/only a verified version governs/, govern, await of(waits), waits.id)
  await refused(/governing_id_key|governing_own/, govern, await of(done), waits.id)
  for (const [what, constraint] of [
    ["decision = 'maybe'", /ethics_version_decision/],
    ["decision = 'approved-with-conditions'", /ethics_version_conditions/],
    ["legal_force_on = '2020-01-01'", /ethics_version_days/],
    ["state = 'submitted'", /ethics_version_submitted/],
    ["state = 'verified', submitted_at = now(), submitted_by_id = id", /ethics_version_judged/],
    ['covered_datasets = ARRAY[id]', /ethics_version_covered/],
  ] as const)
    await refused(constraint, change(what), await of(draft))
  const second = `INSERT INTO ethics_version SELECT (jsonb_populate_record(v, jsonb_build_object('id', $2::uuid, 'ordinal', 2))).*
    FROM ethics_version v WHERE id = $1`
  await refused(/ethics_version_one_open/, second, await of(draft), newId())
  const approval = (what: string) => `UPDATE ethics_approval SET ${what} WHERE id = $1`
  await refused(/ethics_approval_withdrawn/, approval('withdrawn_at = now()'), draft.id)
  await refused(/ethics_approval_cites/, approval('amends_id = id'), draft.id)
  await refused(/ethics_approval_superseded/, approval('superseded_at = now()'), draft.id)
  await refused(/ethics_approval_superseded/, approval('superseded_told_at = now()'), draft.id)
})
