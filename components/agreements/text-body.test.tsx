import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TextBody } from './text-body'

const drawn = (text: string) => renderToStaticMarkup(<TextBody text={text} lang="en" />)

test('headings, paragraphs, lists, emphasis and links are elements', () => {
  const markup = drawn('# Scope\n\nThe **hub** and [the law](https://example.org).\n\n1. one\n2. two')
  expect(markup).toContain('>Scope</h2>')
  expect(markup).toContain('<strong>hub</strong>')
  expect(markup).toContain('<a href="https://example.org">the law</a>')
  expect(markup).toMatch(/<ol[^>]*><li>one<\/li><li>two<\/li><\/ol>/)
})

test.each([
  '<script>alert(1)</script>',
  'Hello <img src=x onerror=alert(1)> there',
  '[click](javascript:alert(1))',
  '[click](//evil.example)',
  '![picture](https://evil.example/x.png)',
  '> <b>quoted</b>',
])('%s is shown as it was written', (text) => {
  const markup = drawn(text)
  expect(markup).not.toMatch(/<(script|img|b|a)\b/)
  expect(markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(text)
})
