import { expect, test } from 'vitest'
import { placesFor } from './navigation'

test.each([
  [[], ['home']],
  [['reviewer'], ['home']],
  [['data-steward'], ['home', 'stewardship']],
  [['hub-administrator'], ['home', 'stewardship', 'administration']],
])('someone with the roles %j is shown %j', (roles, keys) => {
  expect(placesFor(roles).map((place) => place.key)).toEqual(keys)
})
