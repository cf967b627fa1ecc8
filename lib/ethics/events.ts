import type { DeadlineKind } from './rules/deadlines'
import type { CheckedField } from './rules/fields'
import type { Decision } from './rules/status'

type Fact<Type extends string, Data extends object> = {
  readonly type: `ethics.${Type}`
  readonly stream: `project:${string}`
  readonly subjectId: string
  readonly data: Data
}

/** Every fact of an approval stands in the stream of its project, so that the project's history tells it as well. */
type About = {
  /** The project's address. */
  readonly slug: string
  /** Which version, counted from 1. */
  readonly version: number
}

const about =
  <Data extends object = object>() =>
  <Type extends string>(type: Type) =>
  (projectId: string, approvalId: string, data: About & Data): Fact<Type, About & Data> => ({
    type: `ethics.${type}`,
    stream: `project:${projectId}`,
    subjectId: approvalId,
    data,
  })

/** What happens to ethics approvals: ids and codes only; what they say, and reasons, stand in the rows. */
export const happened = {
  registered: about<{ country: string; amends: string | null; replaces: string | null }>()('approval-registered'),
  changed: about<{ fields: readonly CheckedField[] }>()('approval-changed'),
  changeDiscarded: about()('change-discarded'),
  documentAdded: about<{ document: string; file: string; kind: string }>()('document-added'),
  documentRemoved: about<{ document: string; kind: string }>()('document-removed'),
  documentRead: about<{ document: string; kind: string }>()('document-read'),
  submitted: about()('approval-submitted'),
  takenBack: about()('submission-taken-back'),
  returned: about<{ fields: readonly CheckedField[] }>()('approval-returned'),
  verified: about<{ outcome: Decision; datasets: readonly string[] }>()('approval-verified'),
  superseded: about<{ by: string }>()('approval-superseded'),
  /** It stands until what takes its place is in force; `from` is that day, empty where none is known. */
  replacementForeseen: about<{ by: string; from: string }>()('replacement-foreseen'),
  replacementDropped: about<{ by: string }>()('replacement-dropped'),
  withdrawn: about()('approval-withdrawn'),
  deadlineNeared: about<{ deadline: DeadlineKind; days: number; until: string }>()('deadline-neared'),
  deadlinePassed: about<{ deadline: DeadlineKind; until: string }>()('deadline-passed'),
} as const
