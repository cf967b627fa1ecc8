/** The first moment (UTC) of the month that is so many months before this one; 1 is the running one. */
export const startOfMonths = (now: Date, months: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 1))

/** The names of so many months, `2026-11`, the running one the last. */
export const monthNames = (now: Date, months: number): string[] =>
  Array.from({ length: months }, (_, n) =>
    startOfMonths(now, months - n)
      .toISOString()
      .slice(0, 7),
  )
