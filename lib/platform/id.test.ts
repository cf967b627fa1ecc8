import { expect, test } from 'vitest'
import { readClock } from './clock'
import { momentOfId, newId } from './id'

test('an id tells when it was made', () => {
  const before = readClock()
  const moment = momentOfId(newId())
  expect(moment >= before && moment <= readClock()).toBe(true)
  // RFC 9562, appendix A.6
  expect(momentOfId('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toEqual(new Date('2022-02-22T19:22:22Z'))
})
