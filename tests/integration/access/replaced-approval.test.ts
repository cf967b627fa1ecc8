import { expect, test } from 'vitest'
import { settleUse } from '@/lib/access/commands/settle-use'
import { oneRequest } from '@/lib/access/queries/request'
import { accessVerdict } from '@/lib/access/queries/verdict'
import { changeApproval } from '@/lib/ethics/commands/change-approval'
import { verifyApproval } from '@/lib/ethics/commands/judge-approval'
import { submitApproval, withdrawApproval } from '@/lib/ethics/commands/submit-approval'
import { tellSuperseded } from '@/lib/ethics/commands/tell-superseded'
import { oneApproval } from '@/lib/ethics/queries/one-approval'
import { db } from '@/lib/platform/db'
import { everything, newNumber, officer, registered, said, submitted } from '../ethics/approvals'
import { as, noon } from '../identity/people'
import { system } from '../projects/projects'
import { approved, codeOf, reason, world } from './requests'

const at = (day: string) => new Date(`${day}T00:00:00Z`)
const force = '2026-12-20'

/** A grant that rests on an approval, and a decision handed in that is to take its place, of the same research. */
async function renewing(wish: object = {}) {
  const w = await world()
  const request = await approved(w)
  const newer = await submitted(
    { replaces: w.approval, decidedOn: '2026-11-01', startedOn: '', legalForceOn: force, ...wish },
    w.petra,
    w.project as never,
  )
  const eva = as(await officer())
  const verify = (revision: number, datasets = w.slugs) =>
    verifyApproval(eva, { ...newer.at(revision), confirmed: everything, datasets })
  const verdict = async (day: Date) => (await accessVerdict(as(w.petra, day), { dataset: w.slugs[0] ?? '' })).verdict
  const basis = async (day: Date) => (await oneRequest(as(w.handler, day), { request })).ethics?.id
  const old = () => oneApproval(as(w.petra), { approval: w.approval })
  const told = async () =>
    (await db().event.findMany({ where: { subjectId: w.approval }, orderBy: { seq: 'asc' } })).map(({ type }) => type)
  return { ...w, request, newer, verify, verdict, basis, old, told }
}

test('a renewal that is verified before its legal force interrupts nothing: the one before stands until then', async () => {
  const w = await renewing()
  await w.verify(3)
  expect(await w.verdict(noon)).toMatchObject({ may: true })
  expect(await w.old()).toMatchObject({
    status: 'valid',
    supersededBy: { id: w.newer.id, status: 'not-in-force' },
    supersededAt: at(force),
    isToBeReplaced: true,
  })
  const last = new Date(at(force).getTime() - 1)
  expect([(await w.verdict(last)).may, await w.basis(last)]).toEqual([true, w.approval])
  expect([(await w.verdict(at(force))).may, await w.basis(at(force))]).toEqual([true, w.newer.id])
  expect(await oneApproval(as(w.petra, at(force)), { approval: w.approval })).toMatchObject({
    status: 'superseded',
    isToBeReplaced: false,
  })
  // The clock looks at the grant at that moment, and tells once that it came about.
  await settleUse(system(noon), { request: w.request })
  const due = await db().$queryRaw<{ key: string; at: Date }[]>`SELECT key, run_at AS at FROM graphile_worker.jobs
    WHERE key IN (${`access-use:${w.request}`}, ${`ethics-superseded:${w.approval}`}) ORDER BY key`
  expect(due.map((job) => job.at)).toEqual([at(force), at(force)])
  const tell = (now: Date) => tellSuperseded(system(now), { approval: w.approval })
  expect(await tell(last)).toEqual({ told: false })
  const answers = await Promise.all(Array.from({ length: 5 }, () => tell(at(force))))
  expect(answers.filter(({ told }) => told)).toHaveLength(1)
  expect(await w.told()).toEqual(['ethics.replacement-foreseen', 'ethics.approval-superseded'])
  expect(await codeOf(tellSuperseded(as(w.petra), { approval: w.approval }))).toBe('platform.not-found')
})

test('where the renewal leaves a dataset out, its use ends at the legal force, as is known before', async () => {
  const w = await renewing()
  await w.verify(3, [])
  expect(await w.verdict(noon)).toMatchObject({ may: true, until: at(force) })
  expect(await w.verdict(at(force))).toMatchObject({ may: false, reasons: [{ code: 'ethics-not-covering' }] })
})

test('of a renewal without a day of legal force nothing comes until one is verified', async () => {
  const w = await renewing({ legalForceOn: '' })
  await w.verify(3)
  expect(await w.old()).toMatchObject({ status: 'valid', supersededAt: null, isToBeReplaced: true })
  const far = at('2027-06-29')
  expect([(await w.verdict(far)).may, await w.basis(far)]).toEqual([true, w.approval])
  const revised = { ...said, number: w.newer.number, decidedOn: '2026-11-01', startedOn: '', legalForceOn: force }
  await changeApproval(as(w.petra), { ...w.newer.at(4), ...revised, datasets: w.slugs })
  await submitApproval(as(w.petra), w.newer.at(5))
  await w.verify(6)
  expect(await w.old()).toMatchObject({ supersededAt: at(force) })
  expect([await w.basis(noon), await w.basis(at(force))]).toEqual([w.approval, w.newer.id])
})

test('a renewal that is withdrawn before its legal force takes the place of nothing', async () => {
  const w = await renewing()
  await w.verify(3)
  await withdrawApproval(as(w.petra), { ...w.newer.at(4), reason })
  expect(await w.old()).toMatchObject({ status: 'valid', supersededBy: null, supersededAt: null })
  expect([(await w.verdict(at(force))).may, await w.basis(at(force))]).toEqual([true, w.approval])
  expect(await tellSuperseded(system(at(force)), { approval: w.approval })).toEqual({ told: false })
  expect(await w.told()).toEqual(['ethics.replacement-foreseen', 'ethics.replacement-dropped'])
})

test('what stands can be amended, and be replaced by another, until its place is taken', async () => {
  const w = await renewing()
  await w.verify(3)
  await registered({ amends: w.approval, number: newNumber() }, w.petra, w.project as never)
  // Another decision, in force at once, takes the place first.
  const sooner = await submitted({ replaces: w.approval, number: newNumber() }, w.petra, w.project as never)
  await verifyApproval(as(await officer()), { ...sooner.at(3), confirmed: everything, datasets: w.slugs })
  expect(await w.old()).toMatchObject({ status: 'superseded', supersededBy: { id: sooner.id } })
  expect(await w.basis(at(force))).toBe(sooner.id)
})
