import 'server-only'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { notFound, refuse } from '@/lib/platform/refusal'
import { storeFile } from '@/lib/platform/storage'
import { lifeOf } from '@/lib/projects/rules/periods'
import { happened } from '../events'
import { maySign } from '../policy'
import { isCurrent } from '../rules/versions'
import { SubmitDocument } from '../schema/inputs'
import { insertDocument, isWaiting } from '../store/documents'
import { lockProject } from '../store/project'
import { publishedVersions } from '../store/texts'

/**
 * Hands in a text signed for a project; it waits until the hub countersigns it. Refuses: agreements.not-signatory,
 * agreements.project-over, agreements.superseded, agreements.waiting-already.
 */
export const submitDocument = command({
  name: 'agreements.submit-document',
  input: SubmitDocument,
  load: async (tx, { project: slug, kind }, ctx) => {
    const loaded = await lockProject(tx, slug, ctx)
    if (!loaded) return null
    return { ...loaded, waits: await isWaiting(tx, loaded.project.id, kind), texts: await publishedVersions(tx) }
  },
  authorize: ({ actor }, { standing }) => maySign(actor, standing),
  decide: ({ actor, now }, { project, standing, waits, texts }, { kind, version, file }) => {
    const text = texts.find((one) => one.kind === kind && one.version === version)
    if (!text || !isPerson(actor)) return notFound()
    if (lifeOf(project, now) === 'over') return refuse('agreements.project-over')
    if (!isCurrent(texts, kind, version, now)) return refuse('agreements.superseded', { version })
    if (waits) return refuse('agreements.waiting-already', { kind })
    const fileId = newId()
    const fact = happened.documentSubmitted(project.id, newId(), { kind, version, slug: project.slug, file: fileId })
    const onBehalfOf = standing.role === 'pi' ? null : project.piId
    return { ...fact, onBehalfOf, file, textId: text.id, submittedById: actor.id }
  },
  apply: async (tx, { subjectId: id, data, file, textId, submittedById }, { project }, ctx) => {
    await storeFile(tx, ctx, data.file, file)
    const { kind, file: fileId } = data
    const { id: projectId, institutionName } = project
    await insertDocument(tx, ctx, { id, textId, kind, projectId, institutionName, fileId, submittedById })
    return { id, state: 'submitted' as const, revision: 1 }
  },
})
