/** Joins the class names that are there, so that a condition can be written in place. */
export const classes = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
