import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { outlineOf } from './outline'
import { Refusals, refusalCodes } from './refusals'

test.each([
  ['Plain words.', 'Plain words.'],
  ['The most is {limit, number} of {rows}.', 'The most is … of ….'],
  ['{n, plural, one {# dataset has} other {# datasets have}} changed', '… datasets have changed'],
  ['{kind, select, a {One.} other {<b>Another</b>.}}', 'Another.'],
])('%s reads “%s” without its values', (message, words) => expect(outlineOf(message)).toBe(words))

test.each(['en', 'sv'] as const)('the type of every problem leads to its place on the page (%s)', (language) => {
  const page = renderToStaticMarkup(<Refusals language={language} />)
  expect(refusalCodes()).toContain('platform.not-found')
  for (const code of refusalCodes()) expect(page).toContain(`id="${code}"`)
  expect(page).not.toMatch(/[{}]/)
})
