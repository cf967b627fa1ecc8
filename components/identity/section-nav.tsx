'use client'
import { usePathname } from 'next/navigation'

type Props = { label: string; places: readonly { href: string; label: string }[] }

/** The parts of a place, the present one marked: beside the page on a wide screen, above it on a narrow one. */
export function SectionNav({ label, places }: Props) {
  const path = usePathname().replace(/^\/(en|sv)(?=\/|$)/, '')
  const around = places.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  // The closest place around the page: everything stands below the first one.
  const here = around.toSorted((a, b) => b.href.length - a.href.length)[0]?.href
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-1 gap-y-0.5 lg:grid">
        {places.map(({ href, label: word }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={path === href ? 'page' : href === here ? 'true' : undefined}
              className="block rounded-md px-3 py-1.5 text-soft no-underline hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent"
            >
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
