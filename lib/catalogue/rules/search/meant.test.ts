import { expect, it } from 'vitest'
import type { Filter, Term } from '../query-language/ast'
import { meantBy } from './meant'

const near = [
  { word: 'liver', datasets: 3 },
  { word: 'level', datasets: 9 },
]
const word = (text: string): Term => ({ kind: 'word', text })
const modality = (...values: string[]) => ({ field: 'modality', values, excluded: false }) as Filter

it.each<[string, Term, Term | Filter]>([
  ['an organ by its Swedish name, before a slip', word('lever'), word('liver')],
  ['an organ without its accents', word('KNA'), word('knee')],
  ['an organ of two words', word('lymfkörtel'), { kind: 'phrase', text: 'lymph node' }],
  ['a slip', word('livre'), word('liver')],
  ['a slip at the beginning of a word', { kind: 'prefix', text: 'livre' }, { kind: 'prefix', text: 'liver' }],
  ['a modality by its Swedish name', word('datortomografi'), modality('CT')],
  ['a modality by a part of its name', word('mammogr'), modality('MG')],
  ['a word that is not finished', word('adenocarcin'), { kind: 'prefix', text: 'adenocarcin' }],
  ['the beginning of nothing', { kind: 'prefix', text: 'xylo' }, { kind: 'prefix', text: 'xylo' }],
  ['too little to begin a word', word('xyz'), word('xyz')],
])('%s', (_, term, meant) => expect(meantBy(term, near)).toEqual(meant))
