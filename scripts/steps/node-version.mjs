// Whether this Node is new enough. Written so that any Node that knows modules can read it, and read before anything else.
export const MINIMUM = [20, 19]

/** One sentence when `version` (e.g. "20.19.0") is too old, otherwise undefined. */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return undefined
  return `The portal needs Node.js ${MINIMUM.join('.')} or newer, and this is ${version}: install a newer one from https://nodejs.org.`
}

/** Says so and ends the process when this Node is too old. */
export function requireNode() {
  const problem = nodeProblem(process.versions.node)
  if (!problem) return
  console.error(problem)
  process.exit(1)
}
