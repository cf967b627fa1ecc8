import type { ReactNode } from 'react'

export type Figure = { value: ReactNode; label: ReactNode }

/** A few figures side by side. `label` says of what, for those who cannot see the strip as one. */
export function FigureStrip({ figures, label }: { figures: Figure[]; label: string }) {
  return (
    <section aria-label={label}>
      <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
        {figures.map(({ value, label }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the strip is fixed and never reordered
          <li key={at} className="bg-panel px-4 py-3.5 max-sm:last:odd:col-span-2 sm:px-[18px]">
            <strong className="block text-2xl font-semibold tracking-tight">{value}</strong>
            {label}
          </li>
        ))}
      </ul>
    </section>
  )
}
