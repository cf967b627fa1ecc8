import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

/** The most pages that are drawn; the whole document can be downloaded. */
const most = 60

async function drawPage(page: PDFPageProxy, width: number, label: string): Promise<HTMLElement> {
  const scale = width / page.getViewport({ scale: 1 }).width
  const sharp = Math.min(2, window.devicePixelRatio || 1)
  const viewport = page.getViewport({ scale: scale * sharp })
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  canvas.className = 'block h-auto w-full bg-white'
  canvas.setAttribute('aria-hidden', 'true')
  await page.render({ canvas, viewport }).promise
  const { items } = await page.getTextContent()
  const words = document.createElement('p')
  words.className = 'sr-only'
  words.textContent = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('')
  const whole = document.createElement('section')
  whole.setAttribute('aria-label', label)
  whole.className = 'relative shadow-sm'
  whole.append(canvas, words)
  return whole
}

async function drawAll(pdf: PDFDocumentProxy, into: HTMLElement, label: string, signal: AbortSignal): Promise<void> {
  const width = Math.max(200, into.clientWidth - 24)
  for (let number = 1; number <= Math.min(most, pdf.numPages) && !signal.aborted; number++) {
    const drawn = await drawPage(await pdf.getPage(number), width, `${label} ${number}`)
    if (!signal.aborted) into.append(drawn)
  }
}

/**
 * Draws a PDF page under page into an element, each with its words for screen readers. By pdf.js rather than in a frame: no policy has to
 * be opened for it, and it looks alike in every browser. Scripts of the document never run.
 */
export async function drawPdf(data: Uint8Array, into: HTMLElement, label: string, signal: AbortSignal): Promise<void> {
  const pdfjs = await import('pdfjs-dist')
  pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString()
  const loading = pdfjs.getDocument({
    data,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useWasm: false,
  })
  try {
    await drawAll(await loading.promise, into, label, signal)
  } finally {
    await loading.destroy()
  }
}
