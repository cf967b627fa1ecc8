import { expect, test } from 'vitest'
import { inLowerCase } from '../../../scripts/serve/letter-case.mjs'

test.each([
  ['/10.23698/AIDA/LNCO2', '/datasets/lnco2'],
  ['/10.23698/aida/Lnco2?from=paper', '/datasets/lnco2?from=paper'],
  ['/datasets/LNCO2', '/datasets/lnco2'],
  ['/datasets/MBTST-DM/versions/1.0', '/datasets/mbtst-dm/versions/1.0'],
  ['/datasets/lnco2', null],
  ['/10.23698/aida/lnco2', null],
  ['/datasets?q=CT', null],
  ['/datasets/lnco2?q=CT', null],
  ['//Evil.example/datasets/X', null],
  ['/datasets/%2F%2FEvil', null],
])('%s leads to %s', (from, to) => {
  expect(inLowerCase(from)).toBe(to)
  if (to) expect(inLowerCase(to)).toBeNull()
})
