import 'server-only'
import { command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/id'
import { isRefusal, type Refusal, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayKeepTexts } from '../policy'
import { DiscardDraft, DraftText, EditText, PublishText } from '../schema/inputs'
import { changeDraft, type Draft, insertDraft, lockTexts, removeDraft, type Texts } from '../store/drafts'

const authorize = ({ actor }: Context) => mayKeepTexts(actor)
const dayLength = 86_400_000

/** The draft that a form was drawn from; refuses where it is gone or has changed since. */
function draftAt({ draft }: Texts, expected: number): Draft | Refusal {
  if (draft === null) return refuse('agreements.no-draft')
  return draft.revision === expected ? draft : refuse('platform.conflict')
}

/** Begins the next version of a text. Refuses: agreements.drafted-already. */
export const draftText = command({
  name: 'agreements.draft-text',
  input: DraftText,
  load: lockTexts,
  authorize,
  decide: (_, { draft, published }, { kind }) => {
    if (draft !== null) return refuse('agreements.drafted-already')
    const version = (published?.version ?? 0) + 1
    return happened.textDrafted(kind, newId(), { kind, version })
  },
  apply: async (tx, { subjectId: id, data }, { published }, { now }) => {
    const { titleEn = '', titleSv = '', bodyEn = '', bodySv = '' } = published ?? {}
    await insertDraft(tx, { id, ...data, createdAt: now }, { titleEn, titleSv, bodyEn, bodySv })
    return { ...data, revision: 1 }
  },
})

/** Writes the words of a draft. Refuses: agreements.no-draft, platform.conflict. */
export const editText = command({
  name: 'agreements.edit-text',
  input: EditText,
  load: lockTexts,
  authorize,
  decide: (_, loaded, { kind, expectedRevision, ...words }) => {
    const draft = draftAt(loaded, expectedRevision)
    if (isRefusal(draft)) return draft
    const { id, version, revision } = draft
    return { ...happened.textEdited(kind, id, { kind, version, revision: revision + 1 }), words }
  },
  apply: async (tx, { subjectId, data, words }) => {
    await changeDraft(tx, subjectId, words)
    return data
  },
})

/** Throws a draft away. Refuses: agreements.no-draft, platform.conflict. */
export const discardDraft = command({
  name: 'agreements.discard-draft',
  input: DiscardDraft,
  load: lockTexts,
  authorize,
  decide: (_, loaded, { kind, expectedRevision }) => {
    const draft = draftAt(loaded, expectedRevision)
    return isRefusal(draft) ? draft : happened.draftDiscarded(kind, draft.id, { kind, version: draft.version })
  },
  apply: async (tx, { subjectId, data }) => {
    await removeDraft(tx, subjectId)
    return data
  },
})

const same = (a: Draft, b: Draft): boolean =>
  (['titleEn', 'titleSv', 'bodyEn', 'bodySv'] as const).every((field) => a[field] === b[field])

/**
 * Publishes a draft: from then on it never changes, and after the notice it binds. Refuses: agreements.no-draft, platform.conflict,
 * agreements.empty-draft, agreements.nothing-new, agreements.no-change-note.
 */
export const publishText = command({
  name: 'agreements.publish-text',
  input: PublishText,
  load: lockTexts,
  authorize,
  decide: ({ now }, loaded, { kind, expectedRevision, changeNote, noticeDays }) => {
    const draft = draftAt(loaded, expectedRevision)
    if (isRefusal(draft)) return draft
    const { id, version, titleEn, titleSv, bodyEn, bodySv } = draft
    if ([titleEn, titleSv, bodyEn, bodySv].includes('')) return refuse('agreements.empty-draft')
    if (loaded.published && same(draft, loaded.published))
      return refuse('agreements.nothing-new', { version: version - 1 })
    if (loaded.published && changeNote === '') return refuse('agreements.no-change-note')
    const bindsFrom = new Date(now.getTime() + noticeDays * dayLength)
    const fact = happened.textPublished(kind, id, { kind, version, binds: bindsFrom.toISOString().slice(0, 10) })
    return { ...fact, changeNote, bindsFrom }
  },
  apply: async (tx, { subjectId, data, changeNote, bindsFrom }, _, { now }) => {
    await changeDraft(tx, subjectId, { changeNote, publishedAt: now, bindsFrom })
    return { kind: data.kind, version: data.version, publishedAt: now, bindsFrom }
  },
})
