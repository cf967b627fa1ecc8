import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { asAttachment, cleanFileName } from './file-name'

describe('a name is cleaned', () => {
  test.each([
    ['DPA 2026.pdf', 'DPA 2026.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\pia\\avtal.PDF', 'avtal.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['avtal.pdf.exe', 'avtal.pdf.exe.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
    ['..', 'document.pdf'],
    ['', 'document.pdf'],
    ['.pdf', 'document.pdf'],
    ['Årsavtal för Höganäs.pdf', 'Årsavtal för Höganäs.pdf'],
    ['x'.repeat(500), `${'x'.repeat(116)}.pdf`],
  ])('%j becomes %j', (said, clean) => expect(cleanFileName(said, 'pdf')).toBe(clean))
})

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }))

it('never leads elsewhere, never breaks a line, always ends in its type, and stays itself when cleaned again', () => {
  fc.assert(
    fc.property(anyText, (said) => {
      const name = cleanFileName(said, 'pdf')
      expect(name).not.toMatch(/[/\\\r\n\0]|^\./)
      expect(name).toMatch(/[^.]\.pdf$/)
      expect([...name].length).toBeLessThanOrEqual(120)
      expect(cleanFileName(name, 'pdf')).toBe(name)
    }),
  )
})

it('is told in a header that holds nothing but visible ASCII, and is read back from it', () => {
  fc.assert(
    fc.property(anyText, (said) => {
      const name = cleanFileName(said, 'pdf')
      const header = asAttachment(name)
      expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/)
      expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name)
    }),
  )
})
