import type { SignedKind, TextKind } from './rules/in-force'

type Fact<Type extends string, Stream extends string, Data extends object> = {
  readonly type: `agreements.${Type}`
  readonly stream: `${Stream}:${string}`
  readonly subjectId: string
  readonly data: Data
}

/** A kind of fact: a function of where it belongs, of the thing, and of ids and codes only. */
const about =
  <Stream extends string, Data extends object>(stream: Stream) =>
  <Type extends string>(type: Type) =>
  (owner: string, id: string, data: Data): Fact<Type, Stream, Data> => ({
    type: `agreements.${type}`,
    stream: `${stream}:${owner}`,
    subjectId: id,
    data,
  })

type Version = { readonly kind: TextKind; readonly version: number }
type Document = { readonly kind: SignedKind; readonly version: number; readonly slug: string }

/** A text, in the stream of its kind. */
const text = <Data extends object = object>() => about<'agreement-text', Version & Data>('agreement-text')
/** A signed document, in the stream of its project. */
const document = <Data extends object = object>() => about<'project', Document & Data>('project')

/** What happens to texts, to who accepts them, and to signed documents; reasons stand in the rows. */
export const happened = {
  textDrafted: text()('text-drafted'),
  textEdited: text<{ revision: number }>()('text-edited'),
  draftDiscarded: text()('draft-discarded'),
  textPublished: text<{ binds: string }>()('text-published'),
  textAccepted: about<'acceptances', Version>('acceptances')('text-accepted'),
  documentSubmitted: document<{ file: string }>()('document-submitted'),
  documentWithdrawn: document()('document-withdrawn'),
  documentReturned: document()('document-returned'),
  documentCountersigned: document<{ from: string; until: string }>()('document-countersigned'),
  documentTerminated: document()('document-terminated'),
  documentDownloaded: document<{ file: string }>()('document-downloaded'),
  expiryNeared: document<{ days: number }>()('expiry-neared'),
  documentExpired: document()('document-expired'),
} as const
