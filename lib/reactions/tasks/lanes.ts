import 'server-only'
import type { Lane } from '@/lib/platform/jobs'
import { tasks } from '../tasks'

/** Calls to other systems, each of which may hang for as long as a call is given: they wait more than they work. */
const calls: readonly string[] = ['due:webhook']
/** What reads whole stores or files of any size. */
const long: readonly string[] = ['due:verify-file', 'due:move-file', 'due:move-files', 'due:erase-forgotten']

const those = (is: (name: string) => boolean): Lane['tasks'] =>
  Object.fromEntries(Object.entries(tasks).filter(([name]) => is(name)))

/** Which jobs share slots: what takes long, or waits for others, never holds up a mail, a deadline or the end of a use. */
export const lanes: readonly Lane[] = [
  { slots: 2, tasks: those((name) => !calls.includes(name) && !long.includes(name)) },
  { slots: 8, tasks: those((name) => calls.includes(name)) },
  { slots: 1, tasks: those((name) => long.includes(name)) },
]
