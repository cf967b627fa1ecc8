import { expect, test } from 'vitest'
import { appliedTypes, budgetOf, projectTypes } from './types'

test('each type has its budget in GPU weeks; of clinical evaluation an administrator says it', () => {
  expect(projectTypes.map((type) => [type, budgetOf(type)])).toEqual([
    ['project', 32],
    ['fellowship', 16],
    ['network-partner', 8],
    ['clinical-evaluation', null],
    ['data-access', 0],
  ])
})

test('one applies for every type but that of data only', () => {
  expect([...appliedTypes, 'data-access']).toEqual(projectTypes)
})
