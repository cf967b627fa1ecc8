import type { Coverage } from '@/lib/ethics/rules/coverage'
import type { GrantFacts } from './verdict'

/** What the verdict needs of an approval's coverage: its state, whether it covers the dataset, until when. Null: none is named. */
export function ethicsFacts(coverage: Coverage | undefined): GrantFacts['ethics'] {
  if (coverage === undefined) return null
  if (coverage.covered) {
    const state = coverage.conditions.length > 0 ? 'valid-with-conditions' : 'valid'
    return { state, covers: true, until: coverage.until }
  }
  const reason = coverage.reasons[0]?.reason ?? 'none'
  if (reason === 'none') return null
  if (reason === 'not-covered') return { state: 'valid', covers: false, until: null }
  return { state: reason, covers: true, until: null }
}
