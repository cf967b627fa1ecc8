import type { TextKind } from './in-force'

/** A published version of a text; from `bindsFrom` on it is demanded. */
export type PublishedVersion = {
  readonly kind: string
  readonly version: number
  readonly publishedAt: Date
  readonly bindsFrom: Date
}

const highest = (versions: readonly number[]): number => Math.max(0, ...versions)

/** The version of this kind that is demanded now: the newest whose time to bind has come. 0: none binds. */
export const bindingVersion = (texts: readonly PublishedVersion[], kind: TextKind, now: Date): number =>
  highest(texts.filter((text) => text.kind === kind && text.bindsFrom <= now).map(({ version }) => version))

/** The newest version of this kind that is published, whether it binds yet or not. 0: there is none. */
export const newestVersion = (texts: readonly PublishedVersion[], kind: TextKind, now: Date): number =>
  highest(texts.filter((text) => text.kind === kind && text.publishedAt <= now).map(({ version }) => version))

/** Whether who accepted these versions has not accepted what binds now. A newer version than the binding one is enough. */
export const owes = (
  texts: readonly PublishedVersion[],
  kind: TextKind,
  accepted: readonly number[],
  now: Date,
): boolean => bindingVersion(texts, kind, now) > highest(accepted)

/** When who accepted these versions begins to owe another one, if they accept none before; null: never, as texts stand. */
export function owesFrom(
  texts: readonly PublishedVersion[],
  kind: TextKind,
  accepted: readonly number[],
  now: Date,
): Date | null {
  const moments = texts.filter((text) => text.kind === kind && text.bindsFrom > now).map(({ bindsFrom }) => bindsFrom)
  const sorted = moments.toSorted((a, b) => a.getTime() - b.getTime())
  return sorted.find((at) => owes(texts, kind, accepted, at)) ?? null
}

/** Whether a version may still be accepted or signed: it is published, and no newer one has taken its place. */
export const isCurrent = (texts: readonly PublishedVersion[], kind: TextKind, version: number, now: Date): boolean => {
  const own = texts.find((text) => text.kind === kind && text.version === version)
  return own !== undefined && own.publishedAt <= now && version >= bindingVersion(texts, kind, now)
}
