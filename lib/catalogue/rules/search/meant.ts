import { organsInEnglish } from '../organs'
import type { Filter, Term } from '../query-language/ast'
import { modalitiesMeant } from '../query-language/fields'
import { closestWord } from './closest'
import { fold } from './fold'

const isWhole = (text: string, name: string) => fold(text) === fold(name)

/**
 * What a word that no public dataset holds was probably meant as: an organ by its Swedish name, a word a slip away among those that
 * are held (`near`), a modality by a name of it, else the beginning of a longer word.
 */
export function meantBy(term: Term, near: readonly { word: string; datasets: number }[]): Term | Filter {
  const organ = organsInEnglish(term.text).find(({ swedish }) => isWhole(term.text, swedish))?.english
  if (organ) return { kind: organ.includes(' ') ? 'phrase' : 'word', text: organ }
  const close = closestWord(fold(term.text), near)
  if (close !== null) return { ...term, text: close }
  if (term.kind !== 'word' || term.text.length < 4) return term
  const modalities = modalitiesMeant(term.text)
  if (modalities.length > 0) return { field: 'modality', values: modalities, excluded: false }
  return { kind: 'prefix', text: term.text }
}
