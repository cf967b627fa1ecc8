import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { numberExamples, registrationNumber } from './number'

describe('a registration number in its one form', () => {
  test.each(numberExamples)('%s stays as it is', (number) => expect(registrationNumber(number)).toBe(number))

  test.each([
    ['Dnr 2021-05794-01', '2021-05794-01'],
    ['dnr. 2021-05794-01', '2021-05794-01'],
    ['Dnr: 2019-02345', '2019-02345'],
    ['Diarienummer 2016/384-31', '2016/384-31'],
    ['2021–05794–01', '2021-05794-01'],
    ['2021/05794-01', '2021-05794-01'],
    ['2021/05794/01', '2021-05794-01'],
    [' 2021 - 05794 - 01 ', '2021-05794-01'],
    ['2019/02345', '2019-02345'],
    ['2016-384-31', '2016/384-31'],
    ['2016/384/31', '2016/384-31'],
    ['2016/384–31/2', '2016/384-31/2'],
    ['2016-384-31-2', '2016/384-31/2'],
    ['2016-384', '2016/384'],
    ['2016/38', '2016/38'],
    ['t123-18', 'T123-18'],
    ['T123/18', 'T123-18'],
    ['123/18', '123-18'],
    ['7–15', '7-15'],
  ])('%s is %s', (said, kept) => expect(registrationNumber(said)).toBe(kept))

  test.each([
    '',
    'Dnr',
    '2021',
    '2021-0579-011',
    '2021-057941-01',
    '1921-05794-01',
    '21-05794-01',
    '2016/384125-31',
    '2016/384-3',
    '2016/384-31/22',
    'X123-18',
    '123-2018',
    '2021-05794-01 and 2022-00001-02',
    'Ö 12-2021',
  ])('%s is none', (said) => expect(registrationNumber(said)).toBeNull())
})

const digits = (least: number, most = least) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''))
const numbers = fc.oneof(
  fc.tuple(digits(2), digits(5), digits(2)).map(([y, n, k]) => `20${y}-${n}-${k}`),
  fc.tuple(digits(2), digits(5)).map(([y, n]) => `20${y}-${n}`),
  fc.tuple(digits(4), digits(1, 4), digits(2)).map(([y, n, k]) => `${y}/${n}-${k}`),
  fc.tuple(digits(4), digits(1, 4), digits(2), digits(1)).map(([y, n, k, l]) => `${y}/${n}-${k}/${l}`),
  fc.tuple(digits(4), digits(1, 4)).map(([y, n]) => `${y}/${n}`),
  fc.tuple(fc.constantFrom('', 'T'), digits(1, 4), digits(2)).map(([t, n, y]) => `${t}${n}-${y}`),
)

it('keeps what has its form, however it is dressed', () => {
  const dressed = fc.tuple(numbers, fc.constantFrom('', 'Dnr ', 'dnr. ', 'DNR: '), fc.constantFrom('-', '–', '‑', '−'))
  fc.assert(
    fc.property(dressed, ([number, before, dash]) => {
      expect(registrationNumber(`${before}${number.replaceAll('-', dash)} `)).toBe(number)
    }),
  )
})

it('gives a form that it keeps, of whatever text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[T0-9/\-–]{1,14}$/)), (text) => {
      const kept = registrationNumber(text)
      if (kept !== null) expect(registrationNumber(kept)).toBe(kept)
    }),
    { numRuns: 500 },
  )
})
