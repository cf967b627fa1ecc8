/** The only place that reads the wall clock; everything else is handed `ctx.now`. */
export const readClock = (): Date => new Date()
