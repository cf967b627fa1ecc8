// Citation.js ships no types; these are the parts that are used.
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[])
    format(format: 'bibtex' | 'ris' | 'bibliography' | 'data', options?: Readonly<Record<string, string>>): unknown
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-ris'
