import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalNumbers } from './personal-number'
import { encodingOf, lookingThrough, withoutPersonalNumbers } from './personal-numbers-streamed'

const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

/** The line at which content that comes in these parts is refused; null where all of it passes. */
async function refusedAt(...parts: Uint8Array[]): Promise<number | null> {
  const source = (async function* () {
    yield* parts
  })()
  try {
    for await (const _ of withoutPersonalNumbers(source, (line) => {
      throw line
    }));
    return null
  } catch (line) {
    return line as number
  }
}

/** A text looked through in pieces of so many characters. */
function lineIn(text: string, size: number): number | null {
  const looking = lookingThrough()
  for (let at = 0; at < text.length; at += size) {
    const line = looking.take(text.slice(at, at + size))
    if (line !== null) return line
  }
  return looking.rest()
}

const plain = (text: string): number | null => {
  const first = findPersonalNumbers(text)[0]
  return first ? text.slice(0, first.index).split('\n').length : null
}

describe('personal numbers in what is streamed', () => {
  it.each([
    ['a table', [bytes('id,age\n1,45\n'), bytes('19811218-9876,50\n')], 3],
    ['a number across two parts', [bytes('id\n1981121'), bytes('8-9876\n')], 2],
    ['the very end', [bytes('id\n811218-9876')], 2],
    ['JSON in one line', [bytes('{"patient":"198112189876"}')], 1],
    ['UTF-16', [utf16('id\r\n811218-9876')], 2],
    ['words of another encoding', [new Uint8Array([...bytes('k'), 0xf6, ...bytes('n\t811218-9876')])], 1],
    ['a table between other numbers', [bytes('age,id,n\n45,8112189876,3\n')], 2],
    ['a table behind a DOI', [bytes('doi,id\n10.1080/1,8112189876\n')], 2],
    ['a table with decimal commas', [bytes('a;b\n3,8112189876;1\n')], null],
    ['nothing', [], null],
    ['a wrong check digit', [bytes('811218-9875')], null],
    ['a longer number across two parts', [bytes('811218-9876'), bytes('5')], null],
    ['an image', [new Uint8Array([0x89, 0x50, 0, 0]), bytes('811218-9876')], null],
  ])('finds in %s its line', async (_, parts, line) => {
    expect(await refusedAt(...parts)).toBe(line)
  })

  it.each([
    [[0xff, 0xfe, 0x41, 0], 'utf-16le'],
    [[0xfe, 0xff, 0, 0x41], 'utf-16be'],
    [[0x41, 0xf6], 'utf-8'],
    [[0x41, 0], null],
  ])('takes %j for %s', (head, encoding) => {
    expect(encodingOf(new Uint8Array(head))).toBe(encoding)
  })

  it('torn-nowhere: however a long text is cut, the first number is found at its line, and none where there is none', () => {
    const filling = fc.constantFrom('x', 'x ', '1;', 'a,b\n', '"8112189875",', '2019-04-08\t')
    const number = fc.constantFrom('811218-9876', '19811218 9876', '8112189876', '5811218-9876', '10.1080/8112189876')
    fc.assert(
      fc.property(filling, fc.nat(300), number, fc.integer({ min: 1, max: 90_000 }), (word, shift, told, size) => {
        const head = word.repeat(Math.ceil((262_144 - 200) / word.length)).slice(0, 262_144 - 200 + shift)
        const text = `${head}${told}${word.repeat(300)}`
        expect(lineIn(text, size)).toBe(plain(text))
      }),
      { numRuns: 60 },
    )
  })
})
