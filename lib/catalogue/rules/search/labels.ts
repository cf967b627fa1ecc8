import type { FacetName } from '../../schema/search'
import { isLicence, licences } from '../licences'
import { modalityLabel } from '../modality'
import { nameOfKey, organLabel } from '../organs'

/** How a facet's value is named: in plain text, or by a key of messages (`catalogue.value.<facet>.<value>`). */
export type FacetLabel = { text: string } | { key: `catalogue.value.${string}` }

/** Subjects that messages know in both languages; others stand as the register writes them. */
const subjects = ['radiology', 'pathology']

/** The label of a value, as `facetKeys` makes them. */
export function facetLabel(facet: FacetName, value: string, language: 'en' | 'sv'): FacetLabel {
  switch (facet) {
    case 'modality':
      return { text: `${value} · ${modalityLabel(value, language)}` }
    case 'licence':
      return { text: isLicence(value) ? licences[value].name[language] : value }
    case 'organ':
      return { text: organLabel(nameOfKey(value), language) }
    case 'year':
      return { text: value }
    case 'subject':
      return subjects.includes(value) ? { key: `catalogue.value.subject.${value}` } : { text: nameOfKey(value) }
    default:
      return { key: `catalogue.value.${facet}.${value}` }
  }
}
