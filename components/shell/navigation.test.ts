import { expect, test } from 'vitest'
import { placesFor } from './navigation'

test.each([
  [[], ['requests', 'compute']],
  [['reviewer'], ['requests', 'compute']],
  [['ethics-officer'], ['requests', 'compute', 'ethics']],
  [['compute-administrator'], ['requests', 'compute', 'machines']],
  [['data-steward'], ['requests', 'compute', 'stewardship']],
  [['hub-administrator'], ['requests', 'compute', 'stewardship', 'administration']],
])('someone with the roles %j is shown %j', (roles, keys) => {
  expect(placesFor(roles).map((place) => place.key)).toEqual(keys)
})
