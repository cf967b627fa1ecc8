import 'server-only'
import { z } from 'zod'
import { demandPerson } from '@/lib/identity/policy'
import { query } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, Refused } from '@/lib/platform/refusal'
import { maySeeProject } from '@/lib/projects/policy'
import { standingIn } from '@/lib/projects/store/standing'
import { missingAgreements } from '../store/missing'

/** A project's agreements: what stands, what is missing, what was before. For who takes part, and hub administrators. */
export const projectAgreements = query({
  name: 'agreements.project-agreements',
  input: z.object({ project: z.string().max(100) }),
  scope: ({ actor }) => {
    const signedIn = demandPerson(actor)
    return isRefusal(signedIn) ? signedIn : 'by standing'
  },
  read: async (_, { project: slug }, { actor, now }) => {
    const select = { id: true, slug: true, name: true, type: true, piId: true, institutionName: true } as const
    const project = await db().project.findUnique({ where: { slug }, select })
    if (!project) return null
    const standing = await standingIn(db(), project, isPerson(actor) ? actor.id : null, now)
    const may = maySeeProject(actor, standing)
    if (isRefusal(may)) throw new Refused(may)
    if (!may) return null
    return { project, missing: await missingAgreements(db(), project, now) }
  },
})
