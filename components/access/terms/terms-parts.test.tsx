import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { text } from '@/components/messages'
import { TermsFields } from './terms-fields'
import { TermsParts } from './terms-parts'

const document = { id: 'd', name: 'licence.pdf', size: 12_345, sha256: 'ab'.repeat(32) }
const terms = { id: 't', linkEn: null, linkSv: 'https://example.org/villkor', documentEn: document, documentSv: null }
const drawn = (language: 'en' | 'sv', some: typeof terms | object = terms) =>
  renderToStaticMarkup(<TermsParts t={text(language)} language={language} terms={{ ...terms, ...some }} />)

test('an address opens in a window of its own and says so, and a document says its size and hash', () => {
  const html = drawn('sv')
  expect(html).toContain('href="https://example.org/villkor" target="_blank" rel="noopener noreferrer" hrefLang="sv"')
  expect(html).toContain('öppnas i ett nytt fönster')
  expect(html).toContain('href="/api/v1/access-terms/t/documents/en"')
  expect(html).toMatch(/PDF, 12,35\skB/)
  expect(html).toContain(document.sha256)
})

test('what there is in the other language alone is said to be in that', () => {
  expect(drawn('sv')).toContain('bara på engelska')
  expect(drawn('en')).toContain('in Swedish only')
  expect(drawn('en')).not.toContain('in English only')
})

test('a version with its text alone has no such list', () => {
  expect(drawn('en', { linkSv: null, documentEn: null })).toBe('')
})

test('the next version begins with the address of the one before, and with its document kept', () => {
  const dates = { publishedAt: new Date(0), bindsFrom: new Date(0) }
  const words = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Keep it safe', bodySv: 'Förvara säkert' }
  const newest = { ...terms, ...words, ...dates, subject: 'standard', version: 1, changeNote: '' }
  const html = renderToStaticMarkup(<TermsFields t={text('en')} subject="standard" newest={newest} />)
  expect(html).toContain('Keep licence.pdf as the document in English')
  expect(html).toMatch(/name="documentEnKept"[^>]*value="d"|value="d"[^>]*name="documentEnKept"/)
  expect(html).not.toContain('documentSvKept')
  expect(html).toContain('value="https://example.org/villkor"')
})
