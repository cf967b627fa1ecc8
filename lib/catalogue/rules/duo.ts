/** Terms of the Data Use Ontology (GA4GH, EBI) that a dataset may carry: short code and English label, as the ontology has them. */
const terms: Readonly<Record<string, { code: string; label: string }>> = {
  'DUO:0000004': { code: 'NRES', label: 'no restriction' },
  'DUO:0000006': { code: 'HMB', label: 'health or medical or biomedical research' },
  'DUO:0000007': { code: 'DS', label: 'disease specific research' },
  'DUO:0000011': { code: 'POA', label: 'population origins or ancestry research only' },
  'DUO:0000012': { code: 'RS', label: 'research specific restrictions' },
  'DUO:0000015': { code: 'NMDS', label: 'no general methods research' },
  'DUO:0000016': { code: 'GSO', label: 'genetic studies only' },
  'DUO:0000018': { code: 'NPUNCU', label: 'not for profit, non commercial use only' },
  'DUO:0000019': { code: 'PUB', label: 'publication required' },
  'DUO:0000020': { code: 'COL', label: 'collaboration required' },
  'DUO:0000021': { code: 'IRB', label: 'ethics approval required' },
  'DUO:0000022': { code: 'GS', label: 'geographical restriction' },
  'DUO:0000024': { code: 'MOR', label: 'publication moratorium' },
  'DUO:0000025': { code: 'TS', label: 'time limit on use' },
  'DUO:0000026': { code: 'US', label: 'user specific restriction' },
  'DUO:0000027': { code: 'PS', label: 'project specific restriction' },
  'DUO:0000028': { code: 'IS', label: 'institution specific restriction' },
  'DUO:0000029': { code: 'RTN', label: 'return to database or resource' },
  'DUO:0000042': { code: 'GRU', label: 'general research use' },
  'DUO:0000043': { code: 'CC', label: 'clinical care use' },
  'DUO:0000044': { code: 'NPOA', label: 'population origins or ancestry research prohibited' },
  'DUO:0000045': { code: 'NPU', label: 'not for profit organisation use only' },
  'DUO:0000046': { code: 'NCU', label: 'non-commercial use only' },
}

/** What a term says, `ethics approval required (IRB)`; the identifier itself when it is not known. */
export function duoLabel(id: string): string {
  const term = Object.hasOwn(terms, id) ? terms[id] : undefined
  return term ? `${term.label} (${term.code})` : id
}

/** The address of an OBO term, `UBERON:0000981` or `DUO:0000021`, by which it resolves. */
export function oboUrl(id: string): string {
  return `http://purl.obolibrary.org/obo/${id.replace(':', '_')}`
}
