import { expect, test } from 'vitest'
import { placesFor } from './navigation'

test.each([
  [[], ['compute']],
  [['reviewer'], ['compute']],
  [['ethics-officer'], ['compute', 'ethics']],
  [['compute-administrator'], ['compute', 'machines']],
  [['data-steward'], ['compute', 'stewardship']],
  [['hub-administrator'], ['compute', 'stewardship', 'administration']],
])('someone with the roles %j is shown %j', (roles, keys) => {
  expect(placesFor(roles).map((place) => place.key)).toEqual(keys)
})
