import { expect, test } from 'vitest'
import { preferredLanguage } from './preferred-language'

test.each([
  [null, 'en'],
  ['', 'en'],
  ['sv', 'sv'],
  ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
  ['de, en;q=0.5, sv;q=0.7', 'sv'],
  ['fr', 'en'],
  ['sv;q=0, en', 'en'],
  ['*;q=;;,', 'en'],
])('%j asks for %s', (header, language) => expect(preferredLanguage(header)).toBe(language))
