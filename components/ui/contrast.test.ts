import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const css = fs.readFileSync(path.join(import.meta.dirname, '../../app/globals.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string) {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['bg', 'panel', 'sunken'] as const
const TEXT = 4.5
const SHAPE = 3
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'soft', 'accent', 'red', 'amber', 'green'].map((name) => [name, ground, TEXT] as [string, string, number]),
  ),
  ...['accent', 'red', 'amber', 'green'].flatMap((name) =>
    [name, 'ink'].map((text) => [text, `${name}-soft`, TEXT] as [string, string, number]),
  ),
  ['soft', 'accent-soft', TEXT],
  ['on-accent', 'accent', TEXT],
  ['ink', 'step-1', TEXT],
  ['ink', 'step-2', TEXT],
  ['on-step-3', 'step-3', TEXT],
  ['on-accent', 'step-4', TEXT],
  ['edge', 'bg', SHAPE],
  ['edge', 'panel', SHAPE],
]

test.each(pairs)('%s on %s reaches %d to 1 in light and dark', (front, ground, least) => {
  const [over, under] = [tokens.get(front), tokens.get(ground)]
  for (const theme of ['light', 'dark'] as const) {
    expect(contrast(over?.[theme] ?? '', under?.[theme] ?? ''), theme).toBeGreaterThanOrEqual(least)
  }
})

test('the measure itself is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
