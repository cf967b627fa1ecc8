/** The hub's mark in this portal: a slice with one region outlined. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" className={className} fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <ellipse cx="16" cy="16" rx="8.5" ry="10" className="stroke-on-accent" strokeWidth="2" />
      <path d="M16 6v20" className="stroke-on-accent" strokeWidth="1.5" strokeDasharray="2.5 2.5" />
      <circle cx="19.6" cy="18.6" r="2.4" className="fill-on-accent" />
    </svg>
  )
}
