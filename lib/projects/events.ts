import type { ProjectType } from './rules/types'

type Fact<Type extends string, Stream extends string, Data extends object> = {
  readonly type: `projects.${Type}`
  readonly stream: `${Stream}:${string}`
  readonly subjectId: string
  readonly data: Data
}

/** A kind of fact: a function of the thing and of ids and codes only. A person whom it concerns besides the actor is `data.person`. */
const about =
  <Stream extends string, Data extends object>(stream: Stream) =>
  <Type extends string>(type: Type) =>
  (id: string, data: Data): Fact<Type, Stream, Data> => ({
    type: `projects.${type}`,
    stream: `${stream}:${id}`,
    subjectId: id,
    data,
  })

const project = <Data extends object>() => about<'project', Data>('project')
const application = <Data extends object>() => about<'application', Data>('application')

/** What happens to projects: free text and addresses stand in their rows. */
export const happened = {
  applied: application<{ kind: ProjectType; revision: number }>()('application-submitted'),
  applicationWithdrawn: application<{ revision: number }>()('application-withdrawn'),
  applicationApproved: application<{ person: string; slug: string; project: string; revision: number }>()(
    'application-approved',
  ),
  applicationDeclined: application<{ person: string; revision: number }>()('application-declined'),
  started: project<{ slug: string; kind: ProjectType; person: string; weeks: number; application: string }>()(
    'started',
  ),
} as const
