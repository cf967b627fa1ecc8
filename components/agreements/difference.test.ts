import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { differenceOf, type Part, type Passage } from './difference'

const side = (passages: readonly Passage[], left: Part['kind']) =>
  passages
    .map((passage) =>
      passage.kind === 'same'
        ? passage.text
        : passage.parts
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join(''),
    )
    .filter((text) => text !== '')

describe('what changed', () => {
  test('is told by words within a passage, and by whole passages that came or went', () => {
    const before = '# Terms\n\nThe hub answers within ten days.\n\nGone for good.'
    const after = '# Terms\n\nThe hub answers within three days.'
    expect(differenceOf(before, after)).toEqual([
      { kind: 'same', text: 'Terms' },
      {
        kind: 'changed',
        parts: [
          { kind: 'same', text: 'The hub answers within ' },
          { kind: 'removed', text: 'ten' },
          { kind: 'added', text: 'three' },
          { kind: 'same', text: ' days.' },
        ],
      },
      { kind: 'changed', parts: [{ kind: 'removed', text: 'Gone for good.' }] },
    ])
  })

  const texts = fc.array(fc.array(fc.constantFrom('data', 'hub', 'may', 'not', '30'), { minLength: 1, maxLength: 6 }), {
    maxLength: 6,
  })

  it('gives both texts back, whatever they are, and calls nothing changed between a text and itself', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [before, after] = [one, other].map((text) => text.map((words) => words.join(' ')))
        const found = differenceOf(before?.join('\n\n') ?? '', after?.join('\n\n') ?? '')
        expect(side(found, 'added')).toEqual(before)
        expect(side(found, 'removed')).toEqual(after)
        const none = differenceOf(before?.join('\n\n') ?? '', before?.join('\n\n') ?? '')
        expect(none.every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })
})
