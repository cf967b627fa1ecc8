import type { Week } from '../rules/weeks'

/** A week as a column of type date holds it. */
export const dateOf = (week: Week): Date => new Date(`${week}T00:00:00Z`)
/** The week that a column of type date holds. */
export const weekIn = (date: Date): Week => date.toISOString().slice(0, 10)
