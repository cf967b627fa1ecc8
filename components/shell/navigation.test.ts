import { expect, test } from 'vitest'
import { placesFor } from './navigation'

test.each([
  [[], []],
  [['reviewer'], []],
  [['data-steward'], ['stewardship']],
  [['hub-administrator'], ['stewardship', 'administration']],
])('someone with the roles %j is shown %j', (roles, keys) => {
  expect(placesFor(roles).map((place) => place.key)).toEqual(keys)
})
