import { initials } from './format'

/** A person's initials as a mark beside their name; decoration only. */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-medium text-accent"
    >
      {initials(name)}
    </span>
  )
}
