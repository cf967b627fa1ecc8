import 'server-only'
import { z } from 'zod'
import { command } from '@/lib/platform/command'
import { lockProjects } from '@/lib/projects/store/standing'
import { happened } from '../events'
import { isClock } from '../policy'
import { isToTell, reminderDays } from '../rules/reminders'
import { carriedUntil, lockDocument, noteReminder, toldReminders } from '../store/documents'

const TellExpiry = z.object({ document: z.uuid(), days: z.literal(reminderDays) })

/** Notes that a document expires in so many days, or has expired: each once, however often the clock asks. */
export const tellExpiry = command({
  name: 'agreements.tell-expiry',
  input: TellExpiry,
  load: async (tx, { document: id }) => {
    const found = await tx.signedDocument.findUnique({ where: { id }, select: { projectId: true } })
    const [project] = found ? await lockProjects(tx, [found.projectId]) : []
    const document = project ? await lockDocument(tx, project.id, id) : null
    if (!project || !document) return null
    const carried = await carriedUntil(tx, document, project.institutionName)
    return { project, document, carried, told: await toldReminders(tx, id) }
  },
  authorize: ({ actor }) => isClock(actor),
  decide: ({ now }, { project, document, carried, told }, { days }) => {
    const { id, kind, version, institutionName, validUntil } = document
    // Of an institution that the project has left it no longer counts, and nobody misses it.
    const state = institutionName === project.institutionName ? document.state : 'left'
    const about = { kind, version, slug: project.slug }
    const facts = !isToTell({ state, validUntil, told, carriedUntil: carried }, days, now)
      ? []
      : days === 0
        ? [happened.documentExpired(project.id, id, about)]
        : [happened.expiryNeared(project.id, id, { ...about, days })]
    return Object.assign(facts, { days })
  },
  apply: async (tx, facts, { document }, { now }) => {
    if (facts.length > 0) await noteReminder(tx, document.id, facts.days, now)
    return { told: facts.length > 0 }
  },
})
