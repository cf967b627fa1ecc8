import { examplesFor } from '@/lib/catalogue/rules/examples'

type Props = { modalities: readonly string[]; organs: readonly string[] }

/** A small picture of what kind of images a dataset holds: made up, of nobody; decoration only, its own page says so in words. */
export function Thumbnail({ modalities, organs }: Props) {
  const [example] = examplesFor(modalities, organs, 1)
  if (!example) return <div className="thumb" aria-hidden="true" />
  return (
    // biome-ignore lint/performance/noImgElement: small files that need no resizing, and no script
    <img
      src={`/examples/${example.file}`}
      alt=""
      width="88"
      height="88"
      loading="lazy"
      className="thumb object-cover"
    />
  )
}
