import { searchLimits } from '../../schema/search'
import type { Filter, Note, Query, Term } from './ast'
import { fieldNamed, understand } from './fields'
import { clean, type Piece, scan, type Token } from './scan'

/** Most items of one search that are looked at. */
const mostItems = 40

interface Draft {
  terms: Term[]
  excluded: Term[]
  filters: Filter[]
  notes: Note[]
}

/** Letters and digits with what stands between them: punctuation at the edges is dropped, a colon parts words. */
function wordsOf(text: string): string[] {
  return text
    .split(':')
    .map((part) => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, ''))
    .filter((part) => part !== '')
}

function termsOf({ text, quoted }: Piece): Term[] {
  if (quoted) {
    const phrase = text.trim()
    return /[\p{L}\p{N}]/u.test(phrase) ? [{ kind: 'phrase', text: phrase }] : []
  }
  const words = wordsOf(text)
  return words.map((word, i) => ({
    kind: text.endsWith('*') && i === words.length - 1 ? 'prefix' : 'word',
    text: word,
  }))
}

/** An excluded item of several words excludes them side by side, not each of them anywhere. */
function asOne(terms: readonly Term[]): Term[] {
  const [first] = terms
  if (first === undefined || terms.length === 1) return [...terms]
  return [{ kind: 'phrase', text: terms.map((term) => term.text).join(' ') }]
}

// A DOI of the hub, or an address that ends in one, means that dataset wherever it is pasted.
function pastedSlug({ text, quoted }: Piece): string | null {
  const slug = quoted ? undefined : /10\.23698\/aida\/([a-z0-9]+(?:-[a-z0-9]+)*)/i.exec(text)?.[1]
  return slug?.toLowerCase() ?? null
}

function addTerms(draft: Draft, pieces: readonly Piece[], excluded: boolean) {
  const slugs = pieces.map(pastedSlug).filter((slug) => slug !== null)
  for (const slug of slugs) draft.filters.push({ field: 'slug', values: [slug], excluded })
  const terms = pieces.filter((piece) => pastedSlug(piece) === null).flatMap(termsOf)
  if (excluded) draft.excluded.push(...asOne(terms))
  else draft.terms.push(...terms)
}

// The old site's column Origin told synthetic data by their keyword; all else was clinical.
function originFilter(token: Token): Filter | null {
  const value = token.pieces[0]?.text.toLowerCase()
  if (token.field?.toLowerCase() !== 'origin' || (value !== 'synthetic' && value !== 'clinical')) return null
  return { field: 'keyword', values: ['synthetic'], excluded: token.excluded !== (value === 'clinical') }
}

function addField(draft: Draft, token: Token, name: string) {
  const field = fieldNamed(name)
  const origin = originFilter(token)
  if (origin !== null) draft.filters.push(origin)
  else if (token.pieces.every((piece) => piece.text.trim() === ''))
    draft.notes.push({ kind: 'empty-value', field: name })
  else if (field === null && token.pieces.some((piece) => pastedSlug(piece) !== null)) {
    addTerms(draft, token.pieces, token.excluded)
  } else if (field === null) {
    draft.notes.push({ kind: 'unknown-field', field: name })
    addTerms(draft, [{ text: name, quoted: false }, ...token.pieces], token.excluded)
  } else {
    const texts = token.pieces.map((piece) => piece.text).filter((text) => text.trim() !== '')
    const { filter, unknown } = understand(field, texts, token.excluded)
    if (filter !== null) draft.filters.push(filter)
    for (const value of unknown) draft.notes.push({ kind: 'unknown-value', field: name, value })
    if (filter === null) addTerms(draft, token.pieces, token.excluded)
  }
}

/**
 * What a search text means. Total: every text has a meaning. An unknown field or value is taken as words and noted.
 * `modality:ct lymph`, `organ:"lymph node"`, `year:2019..2021`, `keyword:a,b` (either), `lym*`, `-word`, `-field:value`.
 */
export function parseQuery(text: string): Query {
  const draft: Draft = { terms: [], excluded: [], filters: [], notes: [] }
  const cut = clean(text.slice(0, searchLimits.q))
  const tokens = scan(cut)
  for (const token of tokens.slice(0, mostItems)) {
    if (token.field === null) addTerms(draft, token.pieces, token.excluded)
    else addField(draft, token, token.field)
  }
  if (text.length > searchLimits.q || tokens.length > mostItems) draft.notes.push({ kind: 'too-long' })
  return draft
}

/** As `parseQuery`, where a last word that is still being typed also finds longer words. */
export function parseAsTyped(text: string): Query {
  return parseQuery(/[\p{L}\p{N}\p{M}]$/u.test(text) ? `${text}*` : text)
}
