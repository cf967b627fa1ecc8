/** Searches that the first page proposes: a word, a field, a phrase, two words. Each finds something in the hub's register. */
export const exampleSearches = ['lymph', 'modality:mr', '"lymph node"', 'annotated liver'] as const
