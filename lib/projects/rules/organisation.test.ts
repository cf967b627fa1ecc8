import { expect, test } from 'vitest'
import { readOrganisation, writeOrganisation } from './organisation'

const liu = { name: 'Linköping University', ror: 'https://ror.org/05ynxx418' }

test.each([
  ['Linköping University', liu],
  ['linköping university', liu],
  ['Linköping University · https://ror.org/05ynxx418', liu],
  ['https://ror.org/05ynxx418/', liu],
  ['LiU (ror.org/05ynxx418)', { name: 'LiU', ror: liu.ror }],
  ['Region Östergötland', { name: 'Region Östergötland', ror: null }],
  ['Somewhere · https://ror.org/05ynxx419', null],
  ['https://ror.org/02y3ad647', null],
])('%s', (text, expected) => {
  expect(readOrganisation(text)).toEqual(expected)
})

test('is read again as it was written', () => {
  for (const one of [liu, { name: 'Region Skåne', ror: null }])
    expect(readOrganisation(writeOrganisation(one))).toEqual(one)
})
