/** The kinds of project. Somebody who asks for data only is given one of the last kind with their first request. */
export const projectTypes = ['project', 'fellowship', 'network-partner', 'clinical-evaluation', 'data-access'] as const
export type ProjectType = (typeof projectTypes)[number]

/** The kinds that somebody can apply for. */
export const appliedTypes = ['project', 'fellowship', 'network-partner', 'clinical-evaluation'] as const

/** The budget that a type gives, in GPU weeks (hub). Null: an administrator states it with the decision. */
export const budgetOf = (type: ProjectType): number | null =>
  ({ project: 32, fellowship: 16, 'network-partner': 8, 'clinical-evaluation': null, 'data-access': 0 })[type]
