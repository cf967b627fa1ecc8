import { Tag } from '@/components/ui/tag'

/** What a line of a list says of a dataset, in the reader's words. */
export interface Row {
  slug: string
  title: string
  abstract: string
  /** A file of the example images. */
  image: string | undefined
  tags: readonly { word: string; on?: boolean }[]
  /** Each with the number that is set in bold, where there is one. */
  figures: readonly (readonly [number: string, unit: string])[]
  /** What the choice of this dataset for a comparison is called. */
  choice: string
}

/** A dataset in a list. `compare` is the form that gathers datasets to set side by side, and its word. */
export function HitRow({ row, compare }: { row: Row; compare?: { form: string; word: string } }) {
  return (
    <li className="hit">
      <Thumbnail file={row.image} />
      <div className="min-w-0">
        <h3 className="text-lg">
          <a href={`/datasets/${row.slug}`} lang="en" className="no-underline hover:underline">
            {row.title}
          </a>
        </h3>
        <p lang="en" className="mt-1 mb-2 line-clamp-2 max-w-[70ch] text-soft">
          {row.abstract}
        </p>
        <p className="flex flex-wrap gap-1.5">
          {row.tags.map(({ word, on }) => (
            <Tag key={word} on={on}>
              {word}
            </Tag>
          ))}
        </p>
      </div>
      <div className="hit-figures">
        {row.figures.map(([number, unit]) => (
          <div key={unit}>
            {number !== '' && <b className="font-semibold text-ink">{number}</b>}
            {number === '' ? unit : ` ${unit}`}
          </div>
        ))}
        {compare && (
          <label className="mt-1 inline-flex items-center gap-1.5">
            <input type="checkbox" name="d" value={row.slug} form={compare.form} aria-label={row.choice} />
            <span aria-hidden="true">{compare.word}</span>
          </label>
        )}
      </div>
    </li>
  )
}

/** A small picture of what kind of images a dataset holds: made up, of nobody; decoration only, its own page says so in words. */
function Thumbnail({ file }: { file: string | undefined }) {
  if (file === undefined) return <div className="thumb" aria-hidden="true" />
  return (
    // biome-ignore lint/performance/noImgElement: small files that need no resizing, and no script
    <img src={`/examples/${file}`} alt="" width="88" height="88" loading="lazy" className="thumb object-cover" />
  )
}
