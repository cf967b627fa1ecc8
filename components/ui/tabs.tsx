/** Sections of one subject, each a page of its own address; `current` is the href of the one shown. */
export function Tabs(props: { label: string; tabs: readonly { href: string; label: string }[]; current: string }) {
  return (
    <nav aria-label={props.label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-x-5 max-sm:flex-wrap">
        {props.tabs.map(({ href, label }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={href === props.current ? 'page' : undefined}
              className="flex min-h-10 items-center border-b-2 border-transparent whitespace-nowrap text-soft no-underline hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
