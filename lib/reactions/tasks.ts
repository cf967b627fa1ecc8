import 'server-only'
import type { TaskList } from 'graphile-worker'

/** What the worker does, by task name: `react.<reaction>` for reactions to events, `due.<what>` for what the clock brings. */
export const tasks: TaskList = {}

/** When the clock looks for what is due, in graphile-worker's crontab format (UTC). */
export const crontab = ''
