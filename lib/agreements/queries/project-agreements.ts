import 'server-only'
import { demandPerson } from '@/lib/identity/policy'
import { query } from '@/lib/platform/command'
import { type Context, isPerson } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isRefusal, Refused } from '@/lib/platform/refusal'
import { standingIn } from '@/lib/projects/store/standing'
import { mayCountersign, maySeeDocuments, maySign } from '../policy'
import { type DocumentVerb, permits } from '../rules/documents'
import { signedKinds } from '../rules/in-force'
import { bindingVersion, isCurrent } from '../rules/versions'
import { ProjectAddress } from '../schema/inputs'
import { missingAgreements } from '../store/missing'
import { publishedVersions } from '../store/texts'
import { documentsOf, type ListedDocument } from './documents'

/** What the reader may do with a document now: what the commands would accept. */
function abilities({ state, standing }: ListedDocument, signs: boolean, decides: boolean): DocumentVerb[] {
  if (standing === 'expired') return []
  return [...(signs ? permits[state].signatory : []), ...(decides ? permits[state].hub : [])]
}

/** The versions of each kind that can be signed now, the newest first. */
async function offered({ now }: Context) {
  const texts = await publishedVersions(db())
  return signedKinds.map((kind) => ({
    kind,
    binding: bindingVersion(texts, kind, now) || null,
    versions: texts
      .filter((text) => text.kind === kind && isCurrent(texts, kind, text.version, now))
      .map(({ version, bindsFrom }) => ({ version, bindsFrom }))
      .toReversed(),
  }))
}

/** A project's agreements: what is in force, what waits, what was before, and what the reader may do. For who sees the project. */
export const projectAgreements = query({
  name: 'agreements.project-agreements',
  input: ProjectAddress,
  scope: ({ actor }) => {
    const signedIn = demandPerson(actor)
    return isRefusal(signedIn) ? signedIn : 'by standing'
  },
  read: async (_, { project: slug }, ctx) => {
    const { actor, now } = ctx
    const select = {
      id: true,
      slug: true,
      name: true,
      type: true,
      state: true,
      piId: true,
      institutionName: true,
      endsAt: true,
    } as const
    const project = await db().project.findUnique({ where: { slug }, select })
    if (!project) return null
    const standing = await standingIn(db(), project, isPerson(actor) ? actor.id : null, now)
    const may = maySeeDocuments(actor, standing)
    if (isRefusal(may)) throw new Refused(may)
    if (!may) return null
    const over = project.state !== 'active' || project.endsAt <= now
    const signs = maySign(actor, standing) === true
    const decides = mayCountersign(actor, standing) === true && standing.role === 'outsider'
    const [documents, missing, texts] = await Promise.all([
      documentsOf(project, now),
      missingAgreements(db(), project, now),
      offered(ctx),
    ])
    return {
      project: { slug, name: project.name, type: project.type, institutionName: project.institutionName, over },
      missing,
      texts,
      documents: documents.map((document) => ({ ...document, may: abilities(document, signs, decides) })),
      maySubmit: signs && !over,
      signs,
    }
  },
})

export type ProjectAgreements = Awaited<ReturnType<typeof projectAgreements>>
