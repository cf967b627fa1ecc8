/** What a term asks for besides itself; each a list of texts, one a line in a form. */
export type DuoAsks = 'nothing' | 'diseases' | 'countries' | 'institutions' | 'months' | 'day' | 'words'

/** `permission`: for what the data may be used, one a dataset. `modifier`: what else holds; `widens` where it allows more instead. */
export type DuoTerm = {
  readonly code: string
  readonly label: string
  readonly kind: 'permission' | 'modifier'
  /** The permission that this one is a narrower case of, in the ontology. */
  readonly within?: string
  readonly asks: DuoAsks
  /** Whether what it asks for may be left out. */
  readonly mayAsk?: true
  readonly widens?: true
}

const permission = (code: string, label: string, more: Partial<DuoTerm> = {}): DuoTerm => ({
  code,
  label,
  kind: 'permission',
  asks: 'nothing',
  ...more,
})
const modifier = (code: string, label: string, asks: DuoAsks = 'nothing', more: Partial<DuoTerm> = {}): DuoTerm => ({
  code,
  label,
  kind: 'modifier',
  asks,
  ...more,
})

const table = {
  'DUO:0000004': permission('NRES', 'no restriction'),
  'DUO:0000042': permission('GRU', 'general research use'),
  'DUO:0000006': permission('HMB', 'health or medical or biomedical research', { within: 'DUO:0000042' }),
  'DUO:0000007': permission('DS', 'disease specific research', { within: 'DUO:0000006', asks: 'diseases' }),
  'DUO:0000011': permission('POA', 'population origins or ancestry research only'),
  'DUO:0000012': modifier('RS', 'research specific restrictions', 'words'),
  'DUO:0000015': modifier('NMDS', 'no general methods research'),
  'DUO:0000016': modifier('GSO', 'genetic studies only'),
  'DUO:0000018': modifier('NPUNCU', 'not for profit, non commercial use only'),
  'DUO:0000019': modifier('PUB', 'publication required'),
  'DUO:0000020': modifier('COL', 'collaboration required', 'words', { mayAsk: true }),
  'DUO:0000021': modifier('IRB', 'ethics approval required'),
  'DUO:0000022': modifier('GS', 'geographical restriction', 'countries'),
  'DUO:0000024': modifier('MOR', 'publication moratorium', 'day'),
  'DUO:0000025': modifier('TS', 'time limit on use', 'months'),
  'DUO:0000026': modifier('US', 'user specific restriction', 'words', { mayAsk: true }),
  'DUO:0000027': modifier('PS', 'project specific restriction', 'words', { mayAsk: true }),
  'DUO:0000028': modifier('IS', 'institution specific restriction', 'institutions', { mayAsk: true }),
  'DUO:0000029': modifier('RTN', 'return to database or resource'),
  'DUO:0000043': modifier('CC', 'clinical care use', 'nothing', { widens: true }),
  'DUO:0000044': modifier('NPOA', 'population origins or ancestry research prohibited'),
  'DUO:0000045': modifier('NPU', 'not for profit organisation use only'),
  'DUO:0000046': modifier('NCU', 'non-commercial use only'),
} as const satisfies Record<string, DuoTerm>

export type DuoId = keyof typeof table

/** Terms of the Data Use Ontology (GA4GH, EBI; release of 2021-02-23) that a dataset may carry, as the ontology has them. */
export const duoTerms: Readonly<Record<DuoId, DuoTerm>> = table
export const duoIds = Object.keys(table) as readonly DuoId[]

export const isDuo = (id: string): id is DuoId => Object.hasOwn(table, id)
export const isPermission = (id: DuoId): boolean => duoTerms[id].kind === 'permission'
export const permissions = duoIds.filter(isPermission)
export const modifiers = duoIds.filter((id) => !isPermission(id))

/** What a term says, `ethics approval required (IRB)`; the identifier itself when it is not known. */
export function duoLabel(id: string): string {
  const term = isDuo(id) ? duoTerms[id] : undefined
  return term ? `${term.label} (${term.code})` : id
}

/** The address of an OBO term, `UBERON:0000981` or `DUO:0000021`, by which it resolves. */
export function oboUrl(id: string): string {
  return `http://purl.obolibrary.org/obo/${id.replace(':', '_')}`
}
