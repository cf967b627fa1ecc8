import type { Filter, Query, Term } from './ast'

function printTerm(term: Term): string {
  if (term.kind === 'phrase') return `"${term.text}"`
  return term.kind === 'prefix' ? `${term.text}*` : term.text
}

function printValue(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_./-]*$/u.test(value) ? value : `"${value}"`
}

function printFilter(filter: Filter): string {
  const sign = filter.excluded ? '-' : ''
  if (filter.field === 'year') {
    const { from, to } = filter
    return `${sign}year:${from !== null && from === to ? from : `${from ?? ''}..${to ?? ''}`}`
  }
  return `${sign}${filter.field}:${filter.values.map(printValue).join(',')}`
}

/** The search in its plain form; parsing that gives the same meaning again. */
export function printQuery(query: Pick<Query, 'terms' | 'excluded' | 'filters'>): string {
  return [
    ...query.terms.map(printTerm),
    ...query.excluded.map((term) => `-${printTerm(term)}`),
    ...query.filters.map(printFilter),
  ].join(' ')
}

// Inside quotation marks to_tsquery knows no operators, only these two characters.
function lexeme(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/**
 * The words of a query as the argument of PostgreSQL's `to_tsquery(config, $1)`, which then stems them; every word
 * stands quoted, so that nothing a person writes is an operator. Null when there are no words. When the text holds only
 * stop words, the tsquery is empty: `numnode(to_tsquery(…)) = 0`.
 */
export function toTsquery(query: Pick<Query, 'terms' | 'excluded'>): string | null {
  const wanted = query.terms.map((term) => lexeme(term.text) + (term.kind === 'prefix' ? ':*' : ''))
  const unwanted = query.excluded.map((term) => `!${lexeme(term.text)}${term.kind === 'prefix' ? ':*' : ''}`)
  const parts = [...wanted, ...unwanted]
  return parts.length === 0 ? null : parts.join(' & ')
}

/** The wanted words as plain text, for matching by similarity where the words themselves find nothing. */
export function plainWords(query: Pick<Query, 'terms'>): string {
  return query.terms.map((term) => term.text).join(' ')
}
