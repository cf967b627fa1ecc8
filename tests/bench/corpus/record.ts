// Synthetic datasets: figures and terms spread as in the hub's register, texts by Zipf's law. Nothing is random between runs.
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import { random, word, words } from './words'

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2015, 0, 1)
const DAYS = 4_200

const modalities = { SM: 34, CT: 24, MR: 17, CR: 9, MG: 7, US: 4, PT: 3, OP: 2 } as const
const licences = { 'aida-by': 45, aida: 25, 'aida-by-ca': 20, 'aida-ca': 10 } as const
const pathology = new Set(['SM'])

const organs = [
  ['Skin', '39937001', 'UBERON:0002097'],
  ['Lung', '39607008', 'UBERON:0002048'],
  ['Breast', '76752008', 'UBERON:0000310'],
  ['Brain', '12738006', 'UBERON:0000955'],
  ['Colon', '71854001', 'UBERON:0001155'],
  ['Prostate', '41216001', 'UBERON:0002367'],
  ['Liver', '10200004', 'UBERON:0002107'],
  ['Knee', '72696002', 'UBERON:0001465'],
  ['Femur', '71341001', 'UBERON:0000981'],
  ['Ovary', '15497006', 'UBERON:0000992'],
  ['Pelvis', '12921003', 'UBERON:0002355'],
  ['Skeleton', '113192009', 'UBERON:0001434'],
  ['Skull', '89546000', 'UBERON:0003129'],
] as const

/** One of the keys, as often as its weight says. */
function pick<Key extends string>(weights: Readonly<Record<Key, number>>, draw: number): Key {
  const entries = Object.entries(weights) as [Key, number][]
  let left = draw * entries.reduce((sum, [, weight]) => sum + weight, 0)
  const found = entries.find(([, weight]) => {
    left -= weight
    return left < 0
  })
  return (found ?? (entries[0] as [Key, number]))[0]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const isoDay = (day: number) => new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10)

function peopleOf(draw: () => number) {
  const name = () =>
    `${capital(word(900_000 + Math.floor(draw() * 300)))} ${capital(word(901_000 + Math.floor(draw() * 3_000)))}`
  const authors = [...new Set(Array.from({ length: 1 + Math.floor(draw() * 4) }, name))].map((name) => ({
    name,
    orcid: null,
  }))
  const holder = { name: 'Linköping University', type: 'Organization' as const, url: 'https://liu.se/', orcid: null }
  return { authors, copyrightHolders: [holder] }
}

function textsOf(n: number, draw: () => number, extra: readonly string[]) {
  return {
    title: capital(words(draw, 5 + Math.floor(draw() * 4))),
    shortName: `B${n.toString(36).toUpperCase()}`,
    abstract: `${capital(words(draw, 30 + Math.floor(draw() * 30)))}.`,
    keywords: [...new Set([...extra, capital(words(draw, 1)), capital(words(draw, 2))])],
    citations: [{ doi: null, text: `${capital(words(draw, 14))} (2021)` }],
  }
}

function figuresOf(draw: () => number) {
  const stated = draw() > 0.05
  const scans = Math.ceil(Math.exp(draw() * 9))
  return {
    numberOfScans: stated ? scans : null,
    numberOfAnnotations: draw() > 0.4 ? Math.ceil(scans * draw() * 3) : null,
    bytes: stated ? Math.ceil(10 ** (8 + draw() * 5)) : null,
    ageSpan: draw() > 0.5 ? `${Math.floor(draw() * 40)}-${50 + Math.floor(draw() * 45)}` : null,
  }
}

/** The synthetic dataset number `n`, counted from 1. */
export function syntheticRecord(n: number): DatasetRecord {
  const draw = random(n * 2_654_435_761)
  const modality = pick(modalities, draw())
  const subject = pathology.has(modality) ? 'Pathology' : 'Radiology'
  // The square makes the first organs of the list the frequent ones.
  const organ = organs[Math.floor(draw() ** 2 * organs.length)] ?? organs[0]
  const day = Math.floor(draw() * DAYS)
  return {
    slug: `bench-${n}`,
    subject,
    modalities: [modality],
    organs: [{ name: organ[0], sctid: organ[1], uberon: organ[2] }],
    licences: ['controlled-access', pick(licences, draw())],
    status: draw() > 0.2 ? 'Completed' : 'Ongoing',
    version: '1.0',
    dateCreated: isoDay(day),
    datePublished: isoDay(day),
    dateModified: isoDay(day),
    year: new Date(FIRST_DAY + day * DAY_MS).getUTCFullYear(),
    ...textsOf(n, draw, [subject, ...(draw() > 0.45 ? ['Annotated'] : [])]),
    ...figuresOf(draw),
    ...peopleOf(draw),
    publisher: 'AIDA',
    copyrightYear: 2021,
    resolution: null,
    scanners: [],
    stain: pathology.has(modality) ? 'H&E' : null,
    phase: null,
    landingPage: null,
    contactEmail: null,
    notes: [],
    duoSuggested: [],
  }
}
