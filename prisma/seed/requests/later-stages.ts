import { beginRequest } from '../../../lib/access/commands/begin'
import { handOver } from '../../../lib/access/commands/copies'
import { approveDatasets, rejectDatasets } from '../../../lib/access/commands/decisions'
import { closeOutRequest } from '../../../lib/access/commands/ending'
import { extendGrants } from '../../../lib/access/commands/grants'
import { inviteMember } from '../../../lib/access/commands/invitations'
import { acceptAccessInvitation } from '../../../lib/access/commands/members'
import { reopenRequest, submitRequest } from '../../../lib/access/commands/submission'
import { accessTicket } from '../../../lib/access/store/invitations'
import { readUpload } from '../../../lib/platform/storage'
import { pdfSaying } from '../agreements/pdf'
import { acting, type Key, personId } from '../projects/leaders'
import { acceptAll, dayIn, filledIn, hanna, type Made, madeUp, type Stage, submitted } from './acts'
import { seedApproval } from './approvals'

/** The project that somebody leads, of that institution. */
async function projectOf({ db }: Stage, pi: Key, institutionName: string): Promise<string> {
  const where = { piId: personId(pi), institutionName, state: 'active' }
  const { slug } = await db.project.findFirstOrThrow({ where, select: { slug: true }, orderBy: { createdAt: 'asc' } })
  return slug
}

/** Rejected and reopened; closed out with its certificate. */
async function seedReopened(stage: Stage, study: Made): Promise<void> {
  const again = await submitted(stage, study({ title: 'Bleeds that are missed', datasets: ['brln'], daysAgo: 30 }))
  const no = { ground: 'no-signatory', reason: `Nobody has signed for the institution. ${madeUp}` }
  await rejectDatasets(hanna(stage, 25), { request: again, ...no })
  await reopenRequest(hanna(stage, 3), { request: again, reason: `The signatory was named after all. ${madeUp}` })
  const done = await submitted(stage, study({ title: 'Rims of the chest', datasets: ['ctpel'], daysAgo: 190 }))
  await approveDatasets(hanna(stage, 185), { request: done, datasets: ['ctpel'], until: dayIn(stage, 30) })
  const bytes = pdfSaying('DEMONSTRATION - synthetic: a certificate that nothing was deleted, about nobody')
  await closeOutRequest(acting('petra', stage.now, 15), {
    request: done,
    outcome: 'completed',
    report: `Rims are told apart in nine cases of ten. ${madeUp}`,
    publications: `None yet. ${madeUp}`,
    copies: `One on the cluster, deleted. ${madeUp}`,
    certificate: await readUpload({ name: 'deletion.pdf', bytes }, ['application/pdf']),
  })
}

/** What Dana finds: a draft of hers with much missing, another that she writes in, and a grant whose ethics approval has run out. */
async function seedDanas(stage: Stage, shared: string): Promise<void> {
  const { now } = stage
  const project = await projectOf(stage, 'dana', 'Linköping University')
  await beginRequest(acting('dana', now, 2), {
    project,
    datasets: ['affai'],
    title: 'Margins of melanoma (demonstration)',
  })
  const { invitation } = await inviteMember(acting('petra', now, 3.5), { request: shared, email: 'dana@demo.invalid' })
  await acceptAccessInvitation(acting('dana', now, 3), { ticket: accessTicket(String(invitation)) })
  const wish = { by: 'dana', project, number: '2025-05123-01', datasets: ['drsk'], daysAgo: 38, ends: -4 } as const
  const approval = await seedApproval(now, wish)
  const study = { title: 'Naevi that change', datasets: ['drsk'], by: 'dana', project, approval, daysAgo: 30 } as const
  const lapsed = await submitted(stage, study)
  await approveDatasets(hanna(stage, 26), { request: lapsed, datasets: ['drsk'], until: dayIn(stage, 200) })
}

/** What Gustav has at the institution that he acts for: one grant renewed after it ran out, one that moves with him to his own. */
async function seedMoving(stage: Stage): Promise<void> {
  const { now } = stage
  const [from, to] = [
    await projectOf(stage, 'lena', 'Karolinska Institutet'),
    await projectOf(stage, 'gustav', 'KTH Royal Institute of Technology'),
  ]
  const of = { by: 'gustav', datasets: ['brln', 'ctpel'], ends: 400 } as const
  const approval = await seedApproval(now, { ...of, project: from, number: '2025-01877-01', daysAgo: 95 })
  const wish = { ...of, datasets: [...of.datasets, 'micromen'], project: to, number: '2025-02266-01', daysAgo: 60 }
  const own = await seedApproval(now, wish)
  const study: Made = (over) => ({ by: 'gustav', project: from, approval, ...over })
  const renewed = await submitted(stage, study({ title: 'Vessels of the brain', datasets: ['brln'], daysAgo: 88 }))
  await approveDatasets(hanna(stage, 85), { request: renewed, datasets: ['brln'], until: dayIn(stage, -12) })
  await extendGrants(hanna(stage, 9), { request: renewed, until: dayIn(stage, 180) })
  const moving = await submitted(stage, study({ title: 'Pelvic floor', datasets: ['ctpel'], daysAgo: 80 }))
  await approveDatasets(hanna(stage, 76), { request: moving, datasets: ['ctpel'], until: dayIn(stage, 150) })
  const answer = await handOver(acting('gustav', now, 30), { request: moving, project: to })
  const { id: request } = (answer as unknown as { to: { id: string } }).to
  await filledIn(stage, request, {
    ...study({ title: 'Pelvic floor', datasets: ['ctpel'], daysAgo: 29 }),
    approval: own,
  })
  await acceptAll(stage, 'gustav', 29)
  await submitRequest(acting('gustav', now, 28), { request })
  await approveDatasets(hanna(stage, 24), { request, datasets: ['ctpel'], until: dayIn(stage, 150) })
}

/** What Gustav asks for with the short form of technical collections, at his own institution: it waits for its handler. */
async function seedTechnicalRequest(stage: Stage): Promise<void> {
  const project = await projectOf(stage, 'gustav', 'KTH Royal Institute of Technology')
  const { id: approval } = await stage.db.ethicsApproval.findFirstOrThrow({
    where: { number: '2025-02266-01' },
    select: { id: true },
  })
  const about = { title: 'Tissue and its diffusion', datasets: ['micromen'], daysAgo: 1.5 }
  await submitted(stage, { by: 'gustav', project, approval, ...about })
}

/** The stages that a request comes to later: reopened, renewed, lapsed with its ethics approval, closed out, handed over. */
export async function seedLaterStages(stage: Stage, study: Made, shared: string): Promise<void> {
  await seedReopened(stage, study)
  await seedDanas(stage, shared)
  await seedMoving(stage)
  await seedTechnicalRequest(stage)
}
