/** A small picture of what kind of images a dataset holds: a synthetic illustration, never of a person; decoration only. */
export function Thumbnail(_: { modalities: readonly string[]; organs: readonly string[] }) {
  return <div className="thumb" aria-hidden="true" />
}
