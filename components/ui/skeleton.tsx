/** Stands where rows will be while they are fetched; `label` is what screen readers hear meanwhile. */
export function Skeleton({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <div role="status" className="grid gap-4 py-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never change
        <div key={row} aria-hidden="true" className="grid animate-pulse gap-2">
          <div className={`h-4 rounded-sm bg-sunken ${row % 2 ? 'w-2/5' : 'w-3/5'}`} />
          <div className="h-3 rounded-sm bg-sunken" />
        </div>
      ))}
    </div>
  )
}
