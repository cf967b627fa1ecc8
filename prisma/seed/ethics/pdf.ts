/** The lines of a page as PDF draws them, one below the other; in the letters of Western Europe. */
function drawn(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replace(/[^\x20-\x7e\xa0-\xff]/g, '-').replace(/[()\\]/g, '\\$&')}) Tj T*`)
  return `BT /F1 11 Tf 16 TL 60 780 Td ${shown.join('\n')} ET`
}

const length = (text: string): number => Buffer.byteLength(text, 'latin1')

/** A PDF with one page for each list of lines: as small as one can be that every reader opens (ISO 32000-1). */
export function pdfOfPages(pages: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, i) => {
      const stream = drawn(lines)
      const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`
      return [page, `<< /Length ${length(stream)} >>\nstream\n${stream}\nendstream`]
    }),
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = length(text)
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length(text)}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text + table + trailer, 'latin1'))
}
