/** The forms in which a citation is shown and downloaded, under the last part of their address. */
export const citationForms = {
  apa: { form: 'apa', name: 'APA', extension: 'txt' },
  bibtex: { form: 'bibtex', name: 'BibTeX', extension: 'bib' },
  ris: { form: 'ris', name: 'RIS', extension: 'ris' },
  'csl-json': { form: 'cslJson', name: 'CSL-JSON', extension: 'json' },
} as const

export type CitationFormat = keyof typeof citationForms

export const citationFormats = Object.keys(citationForms) as CitationFormat[]

/** Whether the text names a form. */
export function isCitationFormat(text: string): text is CitationFormat {
  return Object.hasOwn(citationForms, text)
}

/** The name under which a citation is saved: `aida-ctpa-1.0.bib`. */
export function citationFile(slug: string, version: string, format: CitationFormat): string {
  return `aida-${slug}-${version}.${citationForms[format].extension}`
}
