'use client'
import { useSelectedLayoutSegment } from 'next/navigation'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { type Place, placesFor, publicPlaces, severalOfRoles } from './navigation'
import { type SessionPerson, usePerson } from './session'

type Labels = Record<Place['key'], string>
type Props = {
  labels: Labels
  person?: SessionPerson | null
  className: string
  /** The word under which the places of hub roles stand together where they are several; without it they stand in line. */
  together?: string
}

const isHere = (href: string, segment: string | null) => `/${segment}` === href

/** The links of the header: what everyone may visit, then what this person may, when it is known who they are. */
export function MainNav({ labels, person: known, className, together }: Props) {
  const person = usePerson(known)
  const segment = useSelectedLayoutSegment()
  const own = person ? placesFor(person.roles) : []
  const hub = together ? severalOfRoles(own) : []
  const inLine = [...publicPlaces, ...own.filter((place) => !hub.includes(place))]
  return (
    <ul className={className}>
      {inLine.map(({ key, href }) => (
        <li key={key}>
          <a href={href} aria-current={isHere(href, segment) ? 'page' : undefined} className={link}>
            {labels[key]}
          </a>
        </li>
      ))}
      {together && hub.length > 0 && <HubPlaces {...{ together, hub, labels, segment }} />}
    </ul>
  )
}

type HubProps = { together: string; hub: readonly Place[]; labels: Labels; segment: string | null }

const HubPlaces = ({ together, hub, labels, segment }: HubProps) => (
  <li className="flex">
    <Menu
      className="relative"
      summaryClass={`gap-1.5 ${link} ${hub.some(({ href }) => isHere(href, segment)) ? 'text-ink lg:border-accent' : ''}`}
      panelClass="absolute left-0 z-10 grid min-w-48 rounded-lg border border-line bg-panel p-1.5 text-base shadow-raised"
      summary={
        <>
          {together}
          <Icon name="chevron" className="size-3.5 group-open/menu:rotate-180" />
        </>
      }
    >
      {hub.map(({ key, href }) => (
        <a
          key={key}
          href={href}
          aria-current={isHere(href, segment) ? 'page' : undefined}
          className="rounded-md px-2.5 py-1.5 text-ink no-underline hover:bg-sunken aria-[current]:bg-accent-soft"
        >
          {labels[key]}
        </a>
      ))}
    </Menu>
  </li>
)

const link =
  'flex h-full min-h-9 items-center text-soft no-underline hover:text-ink aria-[current]:text-ink lg:border-b-2 lg:border-transparent lg:pt-0.5 lg:aria-[current]:border-accent'
