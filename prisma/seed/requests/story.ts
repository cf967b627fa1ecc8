import { approveDatasets, closeRequest, rejectDatasets, returnRequest } from '../../../lib/access/commands/decisions'
import { askRenewal } from '../../../lib/access/commands/grants'
import { inviteMember } from '../../../lib/access/commands/invitations'
import { changeProcessingState } from '../../../lib/access/commands/processing'
import { remark } from '../../../lib/access/commands/remarks'
import { requestReview, review } from '../../../lib/access/commands/reviews'
import { revokeGrants, suspendGrant } from '../../../lib/access/commands/revocations'
import { decide, requestDecision } from '../../../lib/access/commands/rounds'
import { withdrawRequest } from '../../../lib/access/commands/submission'
import { publishTerms } from '../../../lib/access/commands/terms'
import type { PrismaClient } from '../../generated/client'
import { standardTerms } from '../access/terms'
import { acting } from '../projects/leaders'
import { as } from '../stewardship'
import { dayIn, drafted, hanna, type Made, madeUp, type Stage, submitted } from './acts'
import { seedApproval } from './approvals'
import { decided, deciders, seedWorkflows } from './hub'
import { seedLaterStages } from './later-stages'

/** Rut reviews, then so many of the three deciders answer. */
async function judged(stage: Stage, request: string, daysAgo: number, answers: number): Promise<void> {
  const { db, now } = stage
  await requestReview(hanna(stage, daysAgo), { request, question: `Is the purpose clear? ${madeUp}` })
  const tasks = () => db.accessTask.findMany({ where: { requestId: request, state: 'open' } })
  const [asked] = await tasks()
  const said = { request, answer: 'approve', text: `Clear, and within what the approval says. ${madeUp}` }
  await review(as('rut', now, daysAgo - 1), { ...said, task: asked?.id })
  await requestDecision(hanna(stage, daysAgo - 1.5), { request })
  for (const ctx of deciders(now, daysAgo - 2).slice(0, answers)) {
    const own = (await tasks()).find(({ personId: id }) => ctx.actor.kind === 'person' && id === ctx.actor.id)
    await decide(ctx, { ...said, task: own?.id, text: null })
  }
}

/** What waits: a draft, which it gives, one that came in, one in review, one with its deciders, and one that was returned. */
async function seedWaiting(stage: Stage, study: Made): Promise<string> {
  const open = await drafted(stage, study({ title: 'Follow-up of small nodules', datasets: ['ctpa'], daysAgo: 4 }))
  await inviteMember(acting('petra', stage.now, 3), { request: open, email: 'guest@demo.invalid' })
  await submitted(stage, study({ title: 'Dose and image quality', datasets: ['brln'], daysAgo: 2 }))
  const reviewed = await submitted(stage, study({ title: 'Lesions of the skin', datasets: ['drsk'], daysAgo: 6 }))
  await requestReview(hanna(stage, 5), { request: reviewed, question: `Who is to be told apart? ${madeUp}` })
  const deciding = await submitted(
    stage,
    study({ title: 'Grading of nodal metastases', datasets: decided.slice(0, 2), daysAgo: 12 }),
  )
  await judged(stage, deciding, 10, 1)
  await remark(hanna(stage, 7), { request: deciding, text: `The signatory is on leave until Monday. ${madeUp}` })
  const returned = await submitted(
    stage,
    study({ title: 'Breast density over time', datasets: ['mbtst-dm'], daysAgo: 9 }),
  )
  const why = `Name who signs for the institution. ${madeUp}`
  await returnRequest(hanna(stage, 5), { request: returned, reason: why, fields: ['signatory'] })
  return open
}

/** What was decided: approved whole and in part, rejected, taken back, closed and revoked; grants that run, are suspended, or ended. */
async function seedDecided(stage: Stage, study: Made): Promise<void> {
  const { now } = stage
  const whole = await submitted(stage, study({ title: 'Emboli by machine', datasets: ['ctpa'], daysAgo: 120 }))
  await judged(stage, whole, 116, 2)
  const conditions = `Report once a year. ${madeUp}`
  await approveDatasets(hanna(stage, 110), { request: whole, datasets: ['ctpa'], until: dayIn(stage, 240), conditions })
  const part = await submitted(stage, study({ title: 'Organs in CT', datasets: ['ctpel', 'drsk'], daysAgo: 70 }))
  await approveDatasets(hanna(stage, 64), { request: part, datasets: ['ctpel'], until: dayIn(stage, 20) })
  const no = `The skin lesions lie outside what the approval is for. ${madeUp}`
  await rejectDatasets(hanna(stage, 63), { request: part, datasets: ['drsk'], ground: 'ethics', reason: no })
  const extracted = await stage.db.accessProcessingState.findFirstOrThrow({ where: { nameEn: 'Being extracted' } })
  await changeProcessingState(hanna(stage, 60), { request: part, state: extracted.id })
  await askRenewal(acting('petra', now, 3), {
    request: part,
    until: dayIn(stage, 200),
    reason: `More cases are read. ${madeUp}`,
  })
  const rejected = await submitted(stage, study({ title: 'Faces from head CT', datasets: ['brln'], daysAgo: 50 }))
  const unlawful = { ground: 'unlawful', reason: `Persons could be told apart by it. ${madeUp}` }
  await rejectDatasets(hanna(stage, 45), { request: rejected, ...unlawful })
  const taken = await submitted(stage, study({ title: 'Sent twice', datasets: ['brln'], daysAgo: 40 }))
  await withdrawRequest(acting('petra', now, 39), { request: taken })
  const closed = await submitted(stage, study({ title: 'Pilot of a reader', datasets: ['ctpel'], daysAgo: 200 }))
  await approveDatasets(hanna(stage, 195), { request: closed, datasets: ['ctpel'], until: dayIn(stage, -30) })
  await closeRequest(hanna(stage, 60), { request: closed, reason: `The pilot has ended. ${madeUp}` })
  const revoked = await submitted(stage, study({ title: 'Copies elsewhere', datasets: ['drsk'], daysAgo: 150 }))
  await approveDatasets(hanna(stage, 145), { request: revoked, datasets: ['drsk'], until: dayIn(stage, 100) })
  await revokeGrants(hanna(stage, 90), { request: revoked, reason: `Data were kept where they must not be. ${madeUp}` })
  const held = await submitted(stage, study({ title: 'Chest and its rims', datasets: ['brln'], daysAgo: 80 }))
  const answer = await approveDatasets(hanna(stage, 75), { request: held, datasets: ['brln'], until: dayIn(stage, 90) })
  const [grant] = (answer as unknown as { grants: { id: string }[] }).grants
  await suspendGrant(hanna(stage, 8), {
    request: held,
    grant: grant?.id,
    reason: `Until the server is patched. ${madeUp}`,
  })
}

/** Requests at every stage, with who works them and what came of them. All of it is made up, and says so. */
export async function seedRequests(db: PrismaClient, now: Date): Promise<void> {
  const stage = { db, now }
  await seedWorkflows(db, now)
  await publishTerms(as('sten', now, 400), { subject: 'standard', ...standardTerms, noticeDays: 0 })
  const project = 'demo-lung-nodules'
  const datasets = ['ctpa', 'brln', 'drsk', 'lnco', 'lnco2', 'mbtst-dm', 'ctpel']
  const wish = { by: 'petra', project, number: '2025-04711-01', datasets, daysAgo: 300, ends: 500 } as const
  const approval = await seedApproval(now, wish)
  const study: Made = (over) => ({ by: 'petra', project, approval, ...over })
  await seedDecided(stage, study)
  await seedLaterStages(stage, study, await seedWaiting(stage, study))
}
