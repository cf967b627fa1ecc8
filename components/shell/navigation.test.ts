import { expect, test } from 'vitest'
import { placesFor } from './navigation'

test.each([
  [[], ['compute', 'ethics']],
  [['reviewer'], ['compute', 'ethics']],
  [['compute-administrator'], ['compute', 'ethics', 'machines']],
  [['data-steward'], ['compute', 'ethics', 'stewardship']],
  [['hub-administrator'], ['compute', 'ethics', 'stewardship', 'administration']],
])('someone with the roles %j is shown %j', (roles, keys) => {
  expect(placesFor(roles).map((place) => place.key)).toEqual(keys)
})
