import { type Place, placesFor, publicPlaces } from './navigation'
import type { PaletteItem } from './palette-items'
import type { SessionPerson } from './session'

/** Every word of the command palette in the reader's language; `all` holds `{words}` where what was typed goes. */
export type PaletteLabels = Readonly<
  Record<'open' | 'placeholder' | 'all' | 'none' | 'offline' | 'keys' | 'close' | 'signIn', string>
> & {
  readonly groups: Readonly<Record<'pages' | 'datasets' | 'searches', string>>
  readonly places: Readonly<Record<Place['key'], string>>
}

/** The pages that this person may jump to, worded; whoever is not signed in may jump to signing in. */
export function placesOf({ groups, places, signIn }: PaletteLabels, person: SessionPerson | null): PaletteItem[] {
  const page = (label: string, href: string) => ({ label, href, group: groups.pages })
  const everyone = publicPlaces.map(({ key, href }) => page(places[key], href))
  if (!person) return [...everyone, page(signIn, '/sign-in')]
  const own = placesFor(person.roles).map(({ key, href }) => page(places[key], href))
  return [...own, ...everyone, page(places.account, '/account')]
}
