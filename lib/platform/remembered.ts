import 'server-only'
import { catalogueVersion } from './cache-clock'

/** An answer with the version of the fence that it was read under, in one snapshot with it. */
export type Versioned<T> = { readonly version: string; readonly value: T }

/**
 * Remembers at most `most` answers, the longest unused of which goes first. One is given again only while the fence stands where
 * it stood: nothing that any process has hidden since is in it. A miss costs no more than the reading itself.
 */
export function remembering<T>(most: number): (key: string, load: () => Promise<Versioned<T>>) => Promise<T> {
  const kept = new Map<string, Versioned<T>>()
  return async (key, load) => {
    const known = kept.get(key)
    if (known && known.version === (await catalogueVersion())) {
      kept.delete(key)
      kept.set(key, known)
      return known.value
    }
    const fresh = await load()
    kept.delete(key)
    kept.set(key, fresh)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return fresh.value
  }
}
