// Progress in the terminal: what is done, and how long it took.
const started = performance.now()
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** Does `work` and prints its name and time; work that answers false was not needed. @returns what the work answers */
export async function step(name, work) {
  const from = performance.now()
  if (process.stdout.isTTY) process.stdout.write(`  … ${name}`)
  try {
    const answer = await work()
    const took = answer === false ? 'up to date' : seconds(from)
    process.stdout.write(`${process.stdout.isTTY ? '\r\x1b[K' : ''}  ✓ ${name} (${took})\n`)
    return answer
  } catch (error) {
    // On the stream of the sentence that follows, so that the two stay in order where the streams are piped apart.
    process.stderr.write(`${process.stdout.isTTY ? '\r\x1b[K' : ''}  ✗ ${name} (${seconds(from)})\n`)
    throw error
  }
}

/** Time since the script began, e.g. "4.2 s". */
export const elapsed = () => seconds(started)
