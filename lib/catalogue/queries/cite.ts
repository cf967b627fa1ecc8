import 'server-only'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import { type Cited, citationItem } from '../rules/citation-item'

/** A dataset's citation in each form, with the media type under which it is downloaded. */
export interface Citations {
  /** APA 7, plain text. */
  apa: string
  bibtex: string
  ris: string
  cslJson: string
}

export const citationTypes = {
  apa: 'text/plain; charset=utf-8',
  bibtex: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  cslJson: 'application/vnd.citationstyles.csl+json; charset=utf-8',
} as const satisfies Record<keyof Citations, string>

/** How to cite one version of a dataset. */
export function cite(record: Cited): Citations {
  const item = citationItem(record)
  // BibTeX has no field for a version and none for a day; RIS wants its days padded.
  const year = { 'date-parts': [[record.year]] }
  const bibtex = new Cite([{ ...item, issued: year, note: `Version ${item.version}` }]).format('bibtex')
  const entry = new Cite([item])
  return {
    apa: String(entry.format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' })).trim(),
    bibtex: `${String(bibtex).trim()}\n`,
    ris: `${String(entry.format('ris'))
      .trim()
      .replace(/^(DA {2}- )(\d{4})\/(\d+)\/(\d+)\/$/m, padded)}\n`,
    cslJson: `${JSON.stringify([item], null, 2)}\n`,
  }
}

function padded(_: string, tag: string, year: string, month: string, day: string): string {
  return `${tag}${year}/${month.padStart(2, '0')}/${day.padStart(2, '0')}/`
}
