import { z } from 'zod'
import { line, lines, reason } from '@/lib/identity/schema/text'
import { Upload } from '@/lib/platform/upload'
import { signedKinds, textKinds } from '../rules/in-force'

const wrongVersion = 'agreements.invalid.version'
const wrongDay = 'agreements.invalid.day'

/** The number of a version, counted from 1. */
const VersionNumber = z.coerce.number(wrongVersion).int(wrongVersion).min(1, wrongVersion).max(9999, wrongVersion)

/** The revision of what the form was drawn from. */
export const ExpectedRevision = z.coerce.number().int().min(1)

/** One version of a text. */
export const OneText = z.object({ kind: z.enum(textKinds, 'agreements.invalid.kind'), version: VersionNumber })

/** A project by its address. */
export const ProjectAddress = z.object({ project: z.string().min(1).max(100) })

const file = z.instanceof(Upload, { error: 'platform.invalid.file-missing' })

/** A text signed for a project, as a PDF. */
export const SubmitDocument = ProjectAddress.extend({
  kind: z.enum(signedKinds, 'agreements.invalid.kind'),
  version: VersionNumber,
  file,
})

/** One signed document of a project. */
export const DocumentAddress = ProjectAddress.extend({ document: z.uuid() })

const OneDocument = DocumentAddress.extend({ expectedRevision: ExpectedRevision })

/** The days from which and to which, both in it, it is in force; a copy with both signatures where there is one. */
export const CountersignDocument = OneDocument.extend({
  firstDay: z.iso.date(wrongDay),
  lastDay: z.iso.date(wrongDay),
  file: file.optional(),
})

export const WithdrawDocument = OneDocument
export const ReturnDocument = OneDocument.extend({ reason })
export const TerminateDocument = OneDocument.extend({ reason })

/** Which file of a document: as the project signed it, or with both signatures. */
export const DownloadDocument = DocumentAddress.extend({ file: z.enum(['signed', 'countersigned']).default('signed') })

const kind = z.enum(textKinds, 'agreements.invalid.kind')

/** Begins the next version of a text, from the words of the one before. */
export const DraftText = z.object({ kind })

/** The words of a draft in both languages: Markdown of headings, paragraphs and lists. */
export const EditText = z.object({
  kind,
  expectedRevision: ExpectedRevision,
  titleEn: line(200),
  titleSv: line(200),
  bodyEn: lines(60_000),
  bodySv: lines(60_000),
})

export const DiscardDraft = z.object({ kind, expectedRevision: ExpectedRevision })

/** Publishes the draft; it binds after so many days of notice. The note says what changed; the first version needs none. */
export const PublishText = z.object({
  kind,
  expectedRevision: ExpectedRevision,
  changeNote: z
    .preprocess((note) => (typeof note === 'string' ? note.trim() : note), z.union([z.literal(''), lines(2000)]))
    .default(''),
  noticeDays: z.coerce
    .number('agreements.invalid.notice')
    .int('agreements.invalid.notice')
    .min(0, 'agreements.invalid.notice')
    .max(365, 'agreements.invalid.notice')
    .default(30),
})

export type EditText = z.output<typeof EditText>
