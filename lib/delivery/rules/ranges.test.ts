import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partFor, tagOf } from './ranges'

const sha256 = 'a'.repeat(64)
const none = { range: null, ifRange: null, ifNoneMatch: null, ifMatch: null }
const of = (more: Partial<typeof none | Record<keyof typeof none, string>>, size = 100) =>
  partFor({ ...none, ...more }, size, sha256)

describe('which part of a file is sent', () => {
  it.each([
    ['the whole without a range', {}, { status: 200, first: 0, last: 99 }],
    ['the first bytes', { range: 'bytes=0-9' }, { status: 206, first: 0, last: 9 }],
    ['from a place on', { range: 'bytes=90-' }, { status: 206, first: 90, last: 99 }],
    ['the last bytes', { range: 'bytes=-10' }, { status: 206, first: 90, last: 99 }],
    ['no more than there is', { range: 'bytes=95-1000' }, { status: 206, first: 95, last: 99 }],
    [
      'all of it where more of its end is asked than there is',
      { range: 'bytes=-500' },
      { status: 206, first: 0, last: 99 },
    ],
    ['nothing from behind the end', { range: 'bytes=100-' }, { status: 416 }],
    ['nothing where no byte is asked', { range: 'bytes=-0' }, { status: 416 }],
    ['the whole for a range that makes no sense', { range: 'bytes=9-3' }, { status: 200, first: 0, last: 99 }],
    ['the whole for several ranges', { range: 'bytes=0-1,5-6' }, { status: 200, first: 0, last: 99 }],
    ['the whole for another unit', { range: 'items=0-1' }, { status: 200, first: 0, last: 99 }],
    ['a part while it is the same', { range: 'bytes=5-', ifRange: tagOf(sha256) }, { status: 206, first: 5, last: 99 }],
    ['the whole once it is another', { range: 'bytes=5-', ifRange: '"b"' }, { status: 200, first: 0, last: 99 }],
    [
      'the whole where the tag is weak',
      { range: 'bytes=5-', ifRange: `W/${tagOf(sha256)}` },
      { status: 200, first: 0, last: 99 },
    ],
    ['nothing to who has it', { ifNoneMatch: `"x", W/${tagOf(sha256)}` }, { status: 304 }],
    ['nothing where another is demanded', { ifMatch: '"b"' }, { status: 412 }],
    ['what is demanded', { ifMatch: tagOf(sha256) }, { status: 200, first: 0, last: 99 }],
  ] as const)('%s', (_, asked, part) => {
    expect(of(asked)).toEqual(part)
  })

  it('stays within the file, whatever is asked', () => {
    const text = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`),
    )
    fc.assert(
      fc.property(text, fc.nat(1000), (range, size) => {
        const part = of({ range }, size)
        if (part.status !== 206) return
        expect(part.first).toBeGreaterThanOrEqual(0)
        expect(part.last).toBeGreaterThanOrEqual(part.first)
        expect(part.last).toBeLessThan(size)
      }),
    )
  })

  it('gives the whole when it is fetched in two halves at any place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1000 }), fc.nat(), (size, cut) => {
        const at = 1 + (cut % (size - 1))
        const [one, other] = [of({ range: `bytes=0-${at - 1}` }, size), of({ range: `bytes=${at}-` }, size)]
        expect([one, other]).toEqual([
          { status: 206, first: 0, last: at - 1 },
          { status: 206, first: at, last: size - 1 },
        ])
      }),
    )
  })
})
