import { expect, test } from 'vitest'
import { placesFor, severalOfRoles } from './navigation'

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

test.each([
  [['reviewer'], []],
  [['data-steward'], []],
  [['hub-administrator'], ['stewardship', 'administration']],
  [
    ['ethics-officer', 'compute-administrator'],
    ['ethics', 'machines'],
  ],
])('of the places of %j, %j stand together in a menu', (roles, keys) => {
  expect(severalOfRoles(placesFor(roles)).map((place) => place.key)).toEqual(keys)
})
