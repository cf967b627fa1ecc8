import { type Refusal, refuse } from '@/lib/platform/refusal'

type Asked = { readonly slug: string; readonly state: string }

/** Null, or which of the datasets that somebody wants are not there for them to ask for: unknown, hidden and withdrawn read alike. */
export function judgeAsked(wanted: readonly string[], found: readonly Asked[]): Refusal | null {
  const open = found.filter(({ state }) => state === 'published').map(({ slug }) => slug)
  const missing = wanted.filter((slug) => !open.includes(slug))
  return missing.length === 0 ? null : refuse('access.no-such-dataset', { datasets: missing })
}

/** The most datasets that one request asks for. */
export const mostDatasets = 50
/** The most drafts that somebody may have at a time. */
export const mostDrafts = 50
