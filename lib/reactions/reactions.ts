/**
 * Which reactions each event type has. Each pair becomes one job in the transaction of the event, so the names here and
 * the tasks of tasks.ts must agree; a test compares them.
 */
export const reactions: Readonly<Record<string, readonly string[]>> = {}
