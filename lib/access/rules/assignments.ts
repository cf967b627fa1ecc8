/** That somebody handles, reviews or decides for a workflow; `deputyId` stands in while they are away. */
export type Assignment = {
  readonly workflowId: string
  readonly personId: string
  readonly role: 'handler' | 'reviewer' | 'decider'
  readonly awayFrom: Date | null
  readonly awayUntil: Date | null
  readonly deputyId: string | null
  readonly endedAt: Date | null
}

/** The hub role that each assignment takes: without it nobody acts by one. */
export const hubRoles = { handler: 'request-handler', reviewer: 'reviewer', decider: 'decider' } as const

/** Who holds a hub role now and has an open account. */
export type Holders = ReadonlySet<string>
export const holding = (role: Assignment['role'], personId: string): string => `${hubRoles[role]} ${personId}`

/** The assignments of those who hold the role that each takes; a deputy who does not stands in for nobody. */
export const inForce = (assignments: readonly Assignment[], holders: Holders): Assignment[] =>
  assignments
    .filter(({ role, personId }) => holders.has(holding(role, personId)))
    .map((one) =>
      one.deputyId !== null && !holders.has(holding(one.role, one.deputyId)) ? { ...one, deputyId: null } : one,
    )

export const isAway = ({ awayFrom, awayUntil }: Assignment, now: Date): boolean =>
  awayFrom !== null && awayFrom <= now && (awayUntil === null || now < awayUntil)

const isOpen = ({ endedAt }: Assignment, now: Date): boolean => endedAt === null || endedAt > now

/** Who acts for an assignment at this moment: its person, or the deputy while they are away; null: nobody. */
const actingFor = (assignment: Assignment, now: Date): string | null =>
  isAway(assignment, now) ? assignment.deputyId : assignment.personId

/** Who acts in a role for a workflow at this moment, each once. Somebody who is away without a deputy is missing. */
export const actingIn = (
  assignments: readonly Assignment[],
  workflowId: string,
  role: Assignment['role'],
  now: Date,
): string[] => [
  ...new Set(
    assignments
      .filter((one) => one.workflowId === workflowId && one.role === role && isOpen(one, now))
      .flatMap((one) => actingFor(one, now) ?? []),
  ),
]

/** The workflows for which this person is assigned in the role, away or not, or stands in for somebody who is away. */
export const workflowsOf = (
  assignments: readonly Assignment[],
  personId: string,
  role: Assignment['role'],
  now: Date,
): string[] => [
  ...new Set(
    assignments
      .filter((one) => one.role === role && isOpen(one, now))
      .filter((one) => one.personId === personId || (isAway(one, now) && one.deputyId === personId))
      .map(({ workflowId }) => workflowId),
  ),
]
