'use client'
import { useSelectedLayoutSegment } from 'next/navigation'
import { type Place, placesFor, publicPlaces } from './navigation'
import { type SessionPerson, usePerson } from './session'

type Props = { labels: Record<Place['key'], string>; person?: SessionPerson | null; className: string }

/** The links of the header: what everyone may visit, then what this person may, when it is known who they are. */
export function MainNav({ labels, person: known, className }: Props) {
  const person = usePerson(known)
  const segment = useSelectedLayoutSegment()
  const places = person ? [...publicPlaces, ...placesFor(person.roles)] : publicPlaces
  return (
    <ul className={className}>
      {places.map(({ key, href }) => (
        <li key={key}>
          <a
            href={href}
            aria-current={`/${segment}` === href ? 'page' : undefined}
            className="flex h-full min-h-9 items-center text-soft no-underline hover:text-ink aria-[current]:text-ink lg:border-b-2 lg:border-transparent lg:pt-0.5 lg:aria-[current]:border-accent"
          >
            {labels[key]}
          </a>
        </li>
      ))}
    </ul>
  )
}
