import { expect, it } from 'vitest'
import { DataUse } from '../schema/data-use'
import { controlOfUse, readDataUse, writeValues } from './data-use-form'

const typed = {
  permission: 'DUO:0000007',
  'values.DUO:0000007': 'MONDO:0005061 lung adenocarcinoma\r\nStroke\n',
  modifiers: ['DUO:0000021'],
  'values.DUO:0000022': 'Sverige\neea',
  'values.DUO:0000012': ' ',
}

it('reads what is ticked, and what is filled in though nobody ticked it', () => {
  const read = readDataUse(typed)
  expect(read).toEqual([
    { term: 'DUO:0000007', values: ['MONDO:0005061 lung adenocarcinoma', 'Stroke'] },
    { term: 'DUO:0000021', values: [] },
    { term: 'DUO:0000022', values: ['SE', 'EEA'] },
  ])
  const kept = DataUse.parse(read)
  expect(writeValues(kept, 'DUO:0000022')).toBe('SE\nEEA')
  expect(writeValues(kept, 'DUO:0000025')).toBe('')
  expect(readDataUse({ modifiers: 'DUO:0000046', permission: 'DUO:0000042', 'values.DUO:0000042': 'x' })).toEqual([
    { term: 'DUO:0000042', values: [] },
    { term: 'DUO:0000046', values: [] },
  ])
  expect(readDataUse({})).toEqual([])
})

it('finds the control that an issue is about', () => {
  const read = readDataUse(typed)
  expect(controlOfUse('conditions.2.values.0', read)).toBe('values.DUO:0000022')
  expect(controlOfUse('conditions', read)).toBe('permission')
  expect(controlOfUse('conditions.0.term', read)).toBe('permission')
  expect(controlOfUse('basis', read)).toBe('basis')
})
