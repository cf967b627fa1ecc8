'use client'
import { HitRow, type Row } from './hit-row'

type Props = { rows: readonly Row[]; compare?: { form: string; word: string } }

/** The hits of a search. Sent as what they say, not as elements: drawn once on the server, where elements would be drawn twice. */
export function HitRows({ rows, compare }: Props) {
  return (
    <ul>
      {rows.map((row) => (
        <HitRow key={row.slug} row={row} compare={compare} />
      ))}
    </ul>
  )
}
