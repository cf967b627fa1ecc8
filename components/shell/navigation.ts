/** Where the header leads. `roles` names the hub roles of which any one opens the place; without it everyone may. */
export type Place = {
  readonly key:
    | 'datasets'
    | 'metrics'
    | 'priorities'
    | 'projects'
    | 'requests'
    | 'account'
    | 'compute'
    | 'ethics'
    | 'machines'
    | 'stewardship'
    | 'administration'
  readonly href: string
  readonly roles?: readonly string[]
}

export const publicPlaces: readonly Place[] = [
  { key: 'datasets', href: '/datasets' },
  { key: 'metrics', href: '/metrics' },
  { key: 'priorities', href: '/priorities' },
  { key: 'projects', href: '/projects' },
]

export const signedInPlaces: readonly Place[] = [
  { key: 'requests', href: '/requests' },
  { key: 'compute', href: '/bookings' },
  { key: 'ethics', href: '/ethics', roles: ['ethics-officer'] },
  { key: 'machines', href: '/administration/compute', roles: ['compute-administrator'] },
  { key: 'stewardship', href: '/stewardship', roles: ['data-steward', 'hub-administrator'] },
  { key: 'administration', href: '/administration', roles: ['hub-administrator'] },
]

/** The places of the signed-in part that someone with these hub roles is shown; the pages check for themselves. */
export const placesFor = (roles: readonly string[]) =>
  signedInPlaces.filter((place) => !place.roles || place.roles.some((role) => roles.includes(role)))

/** Those of `places` that a hub role opens, where there are at least two of them: one alone needs no menu. */
export const severalOfRoles = (places: readonly Place[]): readonly Place[] => {
  const ofRoles = places.filter((place) => place.roles)
  return ofRoles.length > 1 ? ofRoles : []
}
